import type { TransferListItem, Worker } from 'node:worker_threads'

/** A thread that answers each message with one, in their order. */
export interface AskedThread<Asked, Answer> {
  ask(asked: Asked): Promise<Answer>
  /** Hands something over that is not answered. */
  tell(said: unknown, transfer: readonly TransferListItem[]): void
  end(): Promise<void>
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void
  readonly reject: (fault: unknown) => void
}

/** Asks a thread of ours. What breaks it fails whoever waits for it, and whoever asks later. */
export function askThread<Asked, Answer>(thread: Worker): AskedThread<Asked, Answer> {
  const waiting: Waiting<Answer>[] = []
  const state: { fault?: unknown } = {}
  const fail = (fault: unknown): void => {
    state.fault ??= fault
    for (const { reject } of waiting.splice(0)) reject(state.fault)
  }
  thread.on('message', (answer: Answer) => waiting.shift()?.resolve(answer))
  thread.on('error', fail)
  thread.on('exit', () => fail(new Error('the thread has ended')))
  return {
    ask: (asked) =>
      new Promise((resolve, reject) => {
        if (state.fault !== undefined) return reject(state.fault)
        waiting.push({ resolve, reject })
        thread.postMessage(asked)
      }),
    tell: (said, transfer) => thread.postMessage(said, transfer),
    async end() {
      await thread.terminate()
    },
  }
}
