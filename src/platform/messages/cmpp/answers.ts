/** Requests under way by their sequence number. */
export interface Answers {
  /** Sends under a new sequence number and waits: undefined where nobody answered, in time or ever. */
  ask(send: (sequence: number) => void): Promise<Buffer | undefined>
  /** An answer that nobody waits for any more is dropped. */
  answer(sequence: number, body: Buffer): void
  /** The connection has ended: nobody will answer. */
  abandon(): void
}

const LAST_SEQUENCE = 0xffff_ffff

/** §7.3: the sequence goes up by one, is used in a circle, and an answer repeats it. */
export function awaitAnswers(withinMs: number): Answers {
  const waiting = new Map<number, (body: Buffer | undefined) => void>()
  let last = 0
  return {
    ask: (send) =>
      new Promise((resolve) => {
        last = last === LAST_SEQUENCE ? 1 : last + 1
        const sequence = last
        const settle = (body: Buffer | undefined): void => {
          clearTimeout(timer)
          waiting.delete(sequence)
          resolve(body)
        }
        const timer = setTimeout(settle, withinMs, undefined)
        waiting.set(sequence, settle)
        send(sequence)
      }),
    answer: (sequence, body) => waiting.get(sequence)?.(body),
    abandon() {
      for (const settle of [...waiting.values()]) settle(undefined)
    },
  }
}
