import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { doMatter, type OpenedMatter, openFor, seats, step } from '../../../../../../test/matter-world.ts'
import { BANAN, divisions, FENGMING, ground, person, value, YUBEI } from '../../../../../../test/world.ts'
import { rangeOf } from '../../../../../kernel/region-code.ts'
import { clockAt } from '../../../../../platform/clock/clock.ts'
import { withScope } from '../../../../../platform/database/scope.ts'
import { lapseMatters } from '../watch/lapse-matters.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const { village, county } = seats
const opinion = { result: 'explained', opinionText: '经核实，工龄已按规定认定。' }

interface Told {
  readonly step: number
  readonly words_zh: string
  readonly due_on: string | null
  readonly person_id: string
  readonly sms_state: string
  readonly read_at: string | null
}

const toldOf = (matterId: string) =>
  rowsOf<Told>(
    database,
    'select step, words_zh, due_on, person_id, sms_state, read_at from casework.notices where matter_id = $1 order by step',
    [matterId],
  )

async function petitioned(): Promise<{ id: string; personId: string }> {
  const someone = await person(on, { name: '欧阳建国' })
  const answers = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
  const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'petition', answers }))
  return { id, personId: someone.id }
}

test('a petition tells of its forwarding, its acceptance, its opinion and its end by the clock, each with the day that counts next', async () => {
  const { id, personId } = await petitioned()
  for (const [name, said] of [['forward'], ['accept'], ['issueOpinion', opinion]] as const)
    value(await step(on, county, { matterId: id, step: name, ...(said ? { answers: said } : {}) }))
  await lapseMatters({ pool: database.appPool, secrets: on.secrets, clock: clockAt('2026-07-11T02:00:00.000Z') })

  expect(await toldOf(id)).toMatchObject([
    { step: 2, words_zh: '信访：已登记并转送，十五日内告知是否受理。现在：已转送，期限到2026年6月25日。' },
    { step: 3, words_zh: '信访：已受理，六十日内答复。现在：办理中，期限到2026年8月9日。', due_on: '2026-08-09', person_id: personId },
    {
      step: 4,
      words_zh: '信访：处理意见已出，不服可在三十日内申请复查。接下来请您办理，期限到2026年7月10日。',
      due_on: '2026-07-10',
      sms_state: 'waiting',
      read_at: null,
    },
    { step: 5, words_zh: '信访：未申请复查，终结。', due_on: null },
  ])
})

test('nothing is told of what was asked, nor of whom', async () => {
  const { id } = await petitioned()
  for (const name of ['forward', 'accept']) value(await step(on, county, { matterId: id, step: name }))

  for (const { words_zh } of await toldOf(id)) expect(words_zh).not.toMatch(/欧阳|工龄|99\d{4}/)
})

test('a step that is refused tells nothing, and one that is taken twice at once tells it once', async () => {
  const { id } = await petitioned()
  value(await step(on, county, { matterId: id, step: 'forward' }))
  const accept = { matterId: id, step: 'accept', steps: 2 }

  const tooEarly = await step(on, county, { matterId: id, step: 'issueOpinion', answers: opinion })
  const both = await Promise.all([1, 2].map(() => doMatter(on, county, { name: 'matter.step', input: accept })))

  expect(tooEarly).toMatchObject({ refusal: { code: 'not-from-here' } })
  expect(both.map(({ kind }) => kind).sort()).toEqual(['refusal', 'value'])
  expect(await toldOf(id)).toHaveLength(2)
})

test('the county reads and marks what was told at its stations; the next county sees nothing of it, and nobody rewrites it', async () => {
  const { id } = await petitioned()
  for (const name of ['forward', 'accept']) value(await step(on, county, { matterId: id, step: name }))
  const mark = (unitCode: string) =>
    withScope(database.appPool, { ...rangeOf(unitCode as typeof YUBEI), accountId: county.accountId }, 'write', (tx) =>
      tx.query("update casework.notices set read_at = '2026-06-10T03:00:00Z' where bureau_code = '500112' and matter_id = $1", [id]),
    )

  expect((await mark(BANAN)).rowCount).toBe(0)
  expect((await mark(FENGMING)).rowCount).toBe(2)
  const rewrite = withScope(database.appPool, { ...rangeOf(YUBEI), accountId: county.accountId }, 'write', (tx) =>
    tx.query("update casework.notices set words_zh = '' where bureau_code = '500112'"),
  )
  await expect(rewrite).rejects.toThrow(/permission denied/)
})
