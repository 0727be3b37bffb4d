import { MessageNotSent } from '../message-sender.ts'

/** How many messages a process remembers: a day of a busy county. */
const REMEMBERED = 10_000

/**
 * Sends each message once, however often it is asked for: again with an id that was taken it says so, and with one whose fate
 * is unknown it says that. What did not leave, or was refused, may be tried again. It is this process's memory: who must
 * not send twice across a restart keeps a state of their own.
 */
export function onceEach(remembered: number = REMEMBERED): (id: string, send: () => Promise<void>) => Promise<void> {
  const sent = new Map<string, Promise<void>>()
  return (id, send) => {
    const known = sent.get(id)
    if (known !== undefined) return known
    const sending = send().catch((fault: unknown) => {
      if (!(fault instanceof MessageNotSent && fault.fate === 'unknown')) sent.delete(id)
      throw fault
    })
    sent.set(id, sending)
    const [oldest] = sent.keys()
    if (sent.size > remembered && oldest !== undefined) sent.delete(oldest)
    return sending
  }
}
