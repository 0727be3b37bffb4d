import type { z } from 'zod'
import type { listMonthLines, seeMonth } from '../src/modules/benefits/contract.ts'
import { benefit, office, runMonth, seeBenefit } from './benefits-world.ts'
import { openTestDatabase } from './database/clone.ts'
import { ground, person, value, YUBEI } from './world.ts'

export type Who = (typeof office)[keyof typeof office]

/** A database of a test file's own, and the months of a county in it. */
export async function openMonthWorld() {
  const database = await openTestDatabase()

  /** The world on a morning. */
  const on = (day: string) => ground(database, `${day}T02:00:00.000Z`)
  const say = (day: string, who: Who, name: string, input: object) => benefit(on(day), who, { name, input })

  /** Somebody who is taken into pay on a day. */
  async function paid(day: string, identity: object): Promise<string> {
    const { id } = await person(on(day), { identities: [identity] as never })
    await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [id])
    value(await say(day, office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
    value(await say(day, office.approver, 'benefit.approve', { unitCode: YUBEI }))
    return id
  }

  async function computed(day: string, month = day.slice(0, 7)): Promise<string> {
    const { id } = value<{ id: string }>(await say(day, office.clerk, 'month.start', { unitCode: YUBEI, month }))
    await runMonth(on(day), office.clerk, id)
    return id
  }
  /** A month, that of the day unless said, approved on it. */
  async function approved(day: string, month = day.slice(0, 7)): Promise<string> {
    const runId = await computed(day, month)
    value(await say(day, office.clerk, 'month.review', { runId }))
    value(await say(day, office.approver, 'month.approve', { runId }))
    return runId
  }
  const seen = async (runId: string) =>
    value<z.output<typeof seeMonth.output>>(await seeBenefit(on('2026-06-10'), office.supervisor, { name: 'month.get', input: { runId } }))
  const lines = async (runId: string, more: object = {}) =>
    value<z.output<typeof listMonthLines.output>>(
      await seeBenefit(on('2026-06-10'), office.supervisor, { name: 'month.lines', input: { runId, ...more } }),
    ).lines
  const told = async (runId: string) => (await lines(runId)).map(({ month, why, amountFen }) => `${month} ${why} ${amountFen}`)
  const happens = (day: string, personId: string, event: object) =>
    say(day, office.clerk, 'benefit.recordEvent', { personId, event: { evidence: '渝北证字〔2024〕7号', ...event } })
  return { database, on, say, paid, computed, approved, seen, lines, told, happens }
}

export const KIN = { classCode: 'KIN-M', fromOn: '2018-01-01' }
export const DIS = { classCode: 'DIS', grade: 5, cause: 'duty', fromOn: '2015-03-20' }
