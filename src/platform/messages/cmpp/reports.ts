import type { Report } from './deliver.ts'

/** How many taken texts are remembered until their report comes. */
const AWAITED = 10_000

interface Reports {
  /** The gateway took a part of message `id` and calls it `messageId`. */
  onTaken(messageId: string, id: string): void
  onReport(report: Report): void
}

/** A report that a text did not arrive stands in the log, by the caller's own id: nobody's number, nobody's text. */
export function readReports(log: (line: string) => void): Reports {
  const awaited = new Map<string, string>()
  return {
    onTaken(messageId, id) {
      awaited.set(messageId, id)
      const [oldest] = awaited.keys()
      if (awaited.size > AWAITED && oldest !== undefined) awaited.delete(oldest)
    },
    onReport({ messageId, state }) {
      const id = awaited.get(messageId)
      awaited.delete(messageId)
      if (state !== 'DELIVRD' && id !== undefined) log(`短信未送达 / text not delivered: ${id}  ${state.replace(/[^A-Z0-9:]/g, '?')}`)
    },
  }
}
