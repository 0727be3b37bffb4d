import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Database } from '../../../src/platform/database/open-database.ts'
import { connectionOf } from '../connection-of.ts'
import { FACTS } from './make-facts.ts'
import type { Writing } from './writing-process.ts'

/** The last day of the 36 months that facts are drawn from. */
const TODAY = `date '2026-10-31'`

/** Recorded as they happen: nineteen of twenty within three days, the others up to a year late. */
const LATELY = `
  select bureau_code, id, kind, unit_code, quantity, person_ids, dimensions,
         ${TODAY} - (case when abs(hashtextextended(id::text, 6)) % 20 = 0 then abs(hashtextextended(id::text, 7)) % 365
                          else abs(hashtextextended(id::text, 7)) % 3 end)::int as on_day
    from (${FACTS}) f`

/**
 * Writes facts as the application does, in small transactions from several connections, at a steady rate until stopped:
 * from a process of its own, since in life they come from other machines. It draws them beforehand, so that drawing
 * costs nothing then. `isLate`: of any of the 36 months, as old ledgers bring them. `stop` gives how many a second were
 * really written.
 */
export async function prepareWriting(
  { ownerPool, appConnection }: Database,
  { first, count, perSecond, isLate }: { first: number; count: number; perSecond: number; isLate: boolean },
): Promise<() => { stop: () => Promise<number> }> {
  const child = fork(new URL('./writing-process.ts', import.meta.url))
  const tell = async (message: Writing | 'write' | 'stop'): Promise<number> => {
    const answer = once(child, 'message') as Promise<[number]>
    child.send(message)
    return (await answer)[0]
  }
  const facts = `select to_jsonb(f) as fact from (${isLate ? FACTS : LATELY}) f`
  await tell({ connection: appConnection, owner: connectionOf(ownerPool), facts, first, last: first + count - 1, perSecond })
  return () => {
    child.send('write')
    return { stop: () => tell('stop') }
  }
}
