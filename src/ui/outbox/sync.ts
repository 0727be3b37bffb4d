import { change, field, hearTime, openBox, refresh } from './field-desk.ts'
import { type Contact, replay } from './replay.ts'
import { lineToServer } from './transport.ts'

const LONGEST_MS = 5 * 60_000
const SOON_MS = 5_000

const clock: { timer?: ReturnType<typeof setTimeout>; pause: number } = { pause: SOON_MS }

/** Runs before each contact: a module looks whether its lease still stands. */
let beforeContact: () => Promise<void> = () => Promise.resolve()
export const askBeforeContact = (ask: () => Promise<void>): void => {
  beforeContact = ask
}

/**
 * Sends what waits; of several pages of this browser one does it. Called after each save, when the network comes back,
 * and by the clock as long as something waits, ever more rarely while nothing is heard.
 */
export async function syncNow(): Promise<Contact | undefined> {
  const outbox = openBox()
  if (!outbox || !navigator.onLine) return undefined
  const contact = await alone(async () => {
    change({ isSyncing: true })
    try {
      await beforeContact()
      return await replay(
        outbox,
        lineToServer((serverTime) => void hearTime(serverTime)),
      )
    } finally {
      change({ isSyncing: false })
      await refresh()
    }
  })
  plan(contact)
  return contact
}

const alone = <T>(work: () => Promise<T>): Promise<T | undefined> =>
  navigator.locks
    ? navigator.locks.request('guidui.outbox', { ifAvailable: true }, async (lock) => (lock ? await work() : undefined))
    : work()

function plan(contact: Contact | undefined): void {
  clearTimeout(clock.timer)
  const isWaiting = field.get().items.some(({ state }) => state === 'sealed')
  clock.pause = contact?.end === 'allTried' || (contact?.acked ?? 0) > 0 ? SOON_MS : Math.min(clock.pause * 2, LONGEST_MS)
  if (isWaiting) clock.timer = setTimeout(() => void syncNow(), Math.max(clock.pause, contact?.waitMs ?? 0))
}

/** From now on the network's coming back is a contact. */
export function watchNetwork(): () => void {
  const back = () => {
    clock.pause = SOON_MS
    void syncNow()
  }
  const seen = () => document.visibilityState === 'visible' && back()
  window.addEventListener('online', back)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('online', back)
    document.removeEventListener('visibilitychange', seen)
  }
}
