import type { Transport } from '../../src/ui/outbox/replay.ts'
import type { Store } from '../../src/ui/outbox/store.ts'
import type { Chance } from './chance.ts'

/** The process is gone: whatever it was about to do, it does not. */
export const KILLED = Symbol('killed')

/** A life of the program on a device: it may end before and after every step that leaves the page. */
export interface Life {
  store: Store
  transport: Transport
}

/** The same store and line, in a process that may be killed between any two steps. Once killed, nothing more happens in it. */
export function killable({ store, transport }: Life, chance: Chance, share: number): Life {
  let isDead = false
  const step = async <T>(act: () => Promise<T>): Promise<T> => {
    dieBy(share)
    const done = await act()
    dieBy(share)
    return done
  }
  const dieBy = (odds: number) => {
    isDead ||= chance.of(odds)
    if (isDead) throw KILLED
  }
  return {
    store: {
      append: (batch) => step(() => store.append(batch)),
      items: (accountId) => step(() => store.items(accountId)),
      marks: (accountId) => step(() => store.marks(accountId)),
      photo: (accountId, hash) => step(() => store.photo(accountId, hash)),
      keys: (accountId) => step(() => store.keys(accountId)),
      pack: (accountId) => step(() => store.pack(accountId)),
      device: () => step(() => store.device()),
      accounts: () => step(() => store.accounts()),
    },
    transport: {
      act: (message) => step(() => transport.act(message)),
      photo: (message) => step(() => transport.photo(message)),
    },
  }
}
