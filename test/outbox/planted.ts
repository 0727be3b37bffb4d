import type { Transport } from '../../src/ui/outbox/replay.ts'
import type { Store } from '../../src/ui/outbox/store.ts'

/** Mistakes that others have shipped. The checker must catch each of them, or its zero means nothing. */
export interface Planted {
  readonly name: string
  readonly store?: (store: Store) => Store
  readonly transport?: (transport: Transport) => Transport
}

export const PLANTED: readonly Planted[] = [
  {
    name: 'says saved before the disk has it',
    store: (store) => ({
      ...store,
      append: async (batch) => {
        void Promise.resolve()
          .then(() => store.append(batch))
          .catch(() => undefined)
      },
    }),
  },
  {
    name: 'a box keyed by time',
    store: (store) => ({
      ...store,
      items: async (accountId) => {
        const byTime = new Map((await store.items(accountId)).map((item) => [item.deviceTime, item]))
        return [...byTime.values()].sort((one, other) => one.deviceTime - other.deviceTime).map((item, at) => ({ ...item, seq: at }))
      },
    }),
  },
  {
    name: 'a new id for every attempt',
    transport: (transport) => ({ ...transport, act: (message) => transport.act({ ...message, id: crypto.randomUUID() }) }),
  },
  {
    name: 'says delivered when nothing was heard',
    transport: (transport) => ({
      ...transport,
      act: async (message) => {
        const outcome = await transport.act(message)
        return outcome.kind === 'silent' ? { kind: 'done' } : outcome
      },
    }),
  },
  {
    name: 'an action goes out before its pictures',
    transport: (transport) => ({ ...transport, photo: async () => ({ kind: 'done' }) }),
  },
]
