import { afterAll, beforeAll, expect, test } from 'vitest'
import { benefit, kinNotice, office, runMonth, seeBenefit } from '../../../../../test/benefits-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { divisions, ground, person, value, YUBEI } from '../../../../../test/world.ts'
import { installJobs } from '../../../../platform/jobs/jobs.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(async () => {
  await divisions(database)
  await installJobs(database.ownerPool)
})

const on = ground(database, '2026-06-05T02:00:00.000Z')
const say = (who: (typeof office)[keyof typeof office], name: string, input: object) => benefit(on, who, { name, input })
const notice = (version: string, effectiveFrom: string, rows: readonly object[]) => ({
  ...kinNotice({ version, effectiveFrom, rows }),
  title: '在乡复员军人生活补助标准',
})

async function enlisted(enlistedOn: string): Promise<string> {
  const service = [{ enlistedOn, dischargedOn: '1957-03-01' }] as never
  const { id } = await person(on, { bornOn: '1932-05-20', service, identities: [{ classCode: 'DEMOB', fromOn: '1990-01-01' }] as never })
  return id
}

async function inForce(rates: object): Promise<void> {
  const { id } = value<{ id: string }>(await say(office.clerk, 'rate.enter', { unitCode: YUBEI, notice: rates }))
  value(await say(office.approver, 'rate.approve', { id }))
}

test('a notice by period is costed and names whom it raises, each by when they enlisted; one for all of them raises all', async () => {
  const [resistance, liberation] = [await enlisted('1945-03-01'), await enlisted('1949-09-30'), await enlisted('1955-01-10')]
  await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed'`)
  const of = (period: string | null, amountFen: string) => ({ classCode: 'DEMOB', unit: 'year', period, amountFen })
  const enter = async (version: string, rows: readonly object[]) =>
    value<{ id: string; costFen: string }>(
      await say(office.clerk, 'rate.enter', { unitCode: YUBEI, notice: notice(version, '2026-06-01', rows) }),
    )
  const touched = async (id: string) =>
    value<{ rows: { personId: string; beforeFen: string | null; afterFen: string }[] }>(
      await seeBenefit(on, office.approver, { name: 'rate.people', input: { id } }),
    ).rows
  const fenOf = (rows: Awaited<ReturnType<typeof touched>>) => new Map(rows.map(({ personId, afterFen }) => [personId, afterFen]))

  const apart = await enter('yb-apart', [of('resistance', '99000000'), of('liberation', '98000000'), of('founding', '97000000')])
  expect(fenOf(await touched(apart.id))).toEqual(
    new Map([
      [resistance, '99000000'],
      [liberation, '98000000'],
    ]),
  )
  value(await say(office.clerk, 'rate.withdraw', { id: apart.id }))
  const alike = await enter('yb-alike', [of(null, '96000000')])
  expect((await touched(alike.id)).map(({ afterFen }) => afterFen)).toEqual(['96000000', '96000000', '96000000'])
  value(await say(office.clerk, 'rate.withdraw', { id: alike.id }))
  await database.ownerPool.query(`update registry.entitled_identities set status = 'claimed'`)
})

test('a demobilised soldier is paid by the war of the first service, and where a notice tells none apart by that', async () => {
  const [resistance, liberation, founding, later] = [
    await enlisted('1945-03-01'),
    await enlisted('1949-09-30'),
    await enlisted('1950-10-25'),
    await enlisted('1955-01-10'),
  ]
  const four = [resistance, liberation, founding, later]
  await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = any($1::uuid[])`, [four])
  value(await say(office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
  value(await say(office.approver, 'benefit.approve', { unitCode: YUBEI }))
  const of = (period: string, amountFen: string) => ({ classCode: 'DEMOB', unit: 'year', period, amountFen })
  await inForce(notice('yb-demob', '2026-01-01', [of('resistance', '3600000'), of('liberation', '3000000'), of('founding', '2640000')]))

  const { id: runId } = value<{ id: string }>(await say(office.clerk, 'month.start', { unitCode: YUBEI, month: '2026-06' }))
  await runMonth(on, office.clerk, runId)

  const { lines } = value<{ lines: { personId: string; amountFen: string }[] }>(
    await seeBenefit(on, office.clerk, { name: 'month.lines', input: { runId } }),
  )
  const paid = new Map(lines.map(({ personId, amountFen }) => [personId, amountFen]))
  expect([resistance, liberation, founding].map((id) => paid.get(id))).toEqual(['300000', '250000', '220000'])
  const { failures } = value<{ failures: object[] }>(await seeBenefit(on, office.clerk, { name: 'month.get', input: { runId } }))
  expect(failures).toMatchObject([{ personId: later, why: 'no-rate' }])
})
