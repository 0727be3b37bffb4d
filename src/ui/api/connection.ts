import { createStore, useStore } from '../state/store.ts'

export interface Connection {
  /** Is the server out of reach at this moment? */
  lost: boolean
  /** Actions on their way. */
  sending: number
  /** Saved on this device, waiting for the network (field mode). */
  waiting: number
  /** Entries somebody must look at. */
  attention: number
}

const store = createStore<Connection>({ lost: false, sending: 0, waiting: 0, attention: 0 })

export const useConnection = (): Connection => useStore(store)

/** What the strip in the bar tells; the offline queue reports `waiting` and `attention` through this. */
export function reportConnection(change: Partial<Connection>): void {
  const now = store.get()
  const next = { ...now, ...change }
  if (next.lost !== now.lost || next.sending !== now.sending || next.waiting !== now.waiting || next.attention !== now.attention)
    store.set(next)
}

export function countSending(step: 1 | -1): void {
  reportConnection({ sending: store.get().sending + step })
}
