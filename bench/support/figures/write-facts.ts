import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Database } from '../../../src/platform/database/open-database.ts'
import { FACTS } from './make-facts.ts'
import type { Writing } from './writing-process.ts'

const A_TRANSACTION = 10

/**
 * Writes facts as the application does, in small transactions from several connections, at a steady rate until stopped:
 * from a process of its own, since in life they come from other machines. They are drawn beforehand, so that drawing
 * costs nothing then. `stop` gives how many a second were really written.
 */
export async function prepareWriting(
  { ownerPool, appConnection }: Database,
  { first, count, perSecond }: { first: number; count: number; perSecond: number },
): Promise<() => { stop: () => Promise<number> }> {
  const { rows } = await ownerPool.query<{ fact: unknown }>(`select to_jsonb(f) as fact from (${FACTS}) f`, [first, first + count - 1])
  const batches: string[] = []
  for (let at = 0; at < rows.length; at += A_TRANSACTION) {
    batches.push(JSON.stringify(rows.slice(at, at + A_TRANSACTION).map(({ fact }) => fact)))
  }
  const child = fork(new URL('./writing-process.ts', import.meta.url))
  return () => {
    child.send({ connection: appConnection, batches, batchSize: A_TRANSACTION, perSecond } satisfies Writing)
    return {
      stop: async () => {
        const answer = once(child, 'message') as Promise<[number]>
        child.send('stop')
        return (await answer)[0]
      },
    }
  }
}
