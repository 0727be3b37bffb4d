import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { closeRotated } from '../../../../../test/close-rotated.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { office, onMe, place, seePlace } from '../../../../../test/placement-world.ts'
import { closeOf, doRound, draftOf, laterGround, type MadeRound, openOf, room } from '../../../../../test/round-world.ts'
import { actor, BANAN, divisions, ground, value, YUBEI } from '../../../../../test/world.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import type { Ground } from '../../../../platform/actions/run-action.ts'
import type { LetterLine, MyPlacement } from '../../contract.ts'
import { sealedTables } from '../sealed-tables.ts'

const database = await openTestDatabase()
afterAll(() => closeRotated(database, sealedTables, 'placement.letters'))
beforeAll(() => divisions(database))

const at = (now: string): Ground => ({ ...ground(database, now), mePool: database.mePool })
const on = at('2026-06-10T02:00:00Z')
/** The day of the round and of the letters; the 30th day after it; the one after; half a year after a start on the 20th. */
const DAYS = { letter: '2026-06-11T05:00:00Z', last: '2026-07-11T02:00:00Z', late: '2026-07-12T02:00:00Z', half: '2026-12-20T02:00:00Z' }
const [letterDay, lastDay, lateDay, halfYear] = [at(DAYS.letter), at(DAYS.last), at(DAYS.late), at(DAYS.half)]
const { officer, approver, supervisor } = office
const banan = actor({ unitCode: BANAN, role: 'countyOfficer' })

async function closed(given: { points: readonly number[]; seats: readonly number[]; list?: readonly string[] }): Promise<MadeRound> {
  const made = await draftOf(on, given)
  if (given.list)
    value(
      await doRound(on, room.officer)('round.handInList', {
        roundId: made.roundId,
        candidateId: made.candidateIds[0],
        posts: given.list,
        broughtBy: '家属',
      }),
    )
  await openOf(on, laterGround(database), made)
  await closeOf(letterDay, made)
  return made
}

const issue = (roundId: string, who = approver, day = letterDay): Promise<Answer> =>
  place(day, who, { name: 'letter.issue', input: { roundId } })

async function lettered(points: readonly number[] = [80]): Promise<MadeRound> {
  const made = await closed({ points, seats: points.map(() => 1) })
  value(await issue(made.roundId))
  return made
}

async function line(candidateId: string, day: Ground = letterDay, who: Actor = officer): Promise<LetterLine> {
  const { letters } = value<{ letters: LetterLine[] }>(await seePlace(day, who, { name: 'letter.list', input: { place: YUBEI } }))
  const found = letters.find((one) => one.candidateId === candidateId)
  if (!found) throw new Error('there is no letter')
  return found
}

const step = async (day: Ground, [name, candidateId]: readonly [string, string], input: object, who: Actor = officer): Promise<Answer> =>
  place(day, who, { name, input: { candidateId, steps: (await line(candidateId, day)).steps, ...input } })

const first = ({ candidateIds }: MadeRound): string => candidateIds[0] ?? ''

const factsOf = (candidateId: string, kind: string) =>
  rowsOf<{ quantity: string; dimensions: object }>(
    database,
    `select f.quantity::text, f.dimensions from spine.facts f join placement.candidates c on c.person_id = any(f.person_ids)
      where c.id = $1 and f.kind = $2`,
    [candidateId, kind],
  )

/** The words of a Word file: the part that holds them, found by its name in the central directory. */
function documentOf(zip: Buffer): string {
  for (let at = zip.readUInt32LE(zip.length - 6); ; ) {
    const [size, name] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const start = zip.readUInt32LE(at + 42) + 30 + name
    if (zip.toString('utf8', at + 46, at + 46 + name) === 'word/document.xml') {
      return inflateRawSync(zip.subarray(start, start + size)).toString('utf8')
    }
    at += 46 + name
  }
}

describe('the letters of a closed round', () => {
  test('go to everybody who has a post, numbered without a gap, and to nobody twice', async () => {
    const { roundId, candidateIds } = await closed({ points: [80, 70, 60], seats: [1, 1] })

    expect(value(await issue(roundId))).toEqual({ issued: 2, startBy: '2026-07-11' })

    const letters = [await line(candidateIds[0] ?? ''), await line(candidateIds[1] ?? '')]
    expect(letters.map(({ state, issuedOn, startBy, daysOverdue }) => [state, issuedOn, startBy, daysOverdue])).toEqual([
      ['letterIssued', '2026-06-11', '2026-07-11', 0],
      ['letterIssued', '2026-06-11', '2026-07-11', 0],
    ])
    const numbers = letters.map(({ number }) => Number(/〕(\d+)/.exec(number)?.[1]))
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1)
    await expect(line(candidateIds[2] ?? '')).rejects.toThrow('no letter')
    expect(await issue(roundId)).toMatchObject({ refusal: { code: 'nobody-waits' } })
  })

  test('of which two issue at once are issued once', async () => {
    const { roundId } = await closed({ points: [80, 70], seats: [1, 1] })

    const answers = await Promise.all([issue(roundId), issue(roundId)])

    expect(answers.map((answer) => (answer.kind === 'refusal' ? answer.refusal.code : answer.kind)).toSorted()).toEqual([
      'nobody-waits',
      'value',
    ])
  })

  test('wait for the end of the round', async () => {
    const made = await draftOf(on, { points: [80], seats: [1] })
    await openOf(on, laterGround(database), made)

    expect(await issue(made.roundId)).toMatchObject({ refusal: { code: 'round-not-closed', state: 'open' } })
  })

  test('say whether the post was the first wish, where a list was handed in', async () => {
    const made = await closed({ points: [80, 70], seats: [1, 1], list: ['P02', 'P01'] })
    value(await issue(made.roundId))

    expect((await line(first(made))).wish).toBe(2)
    expect((await line(made.candidateIds[1] ?? '')).wish).toBeNull()
    expect(await factsOf(first(made), 'placement.wish')).toEqual([{ quantity: '1', dimensions: { wish: 'later' } }])
    expect(await factsOf(made.candidateIds[1] ?? '', 'placement.wish')).toEqual([])
  })

  test('take the list of a two-way selection, where there is one, before that for an absence', async () => {
    const made = await closed({ points: [80], seats: [1, 1], list: ['P01', 'P02'] })
    await database.ownerPool.query(
      `begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'; update placement.round_people set list = '{P02,P01}' where round_id = '${made.roundId}'; commit`,
    )
    value(await issue(made.roundId))

    const { post_code, wish } = (
      await rowsOf<{ post_code: string; wish: number }>(
        database,
        'select p.post_code, l.wish from placement.letters l join placement.round_people p on p.candidate_id = l.candidate_id where p.round_id = $1',
        [made.roundId],
      )
    )[0] ?? { post_code: '', wish: 0 }
    expect(wish).toBe(['P02', 'P01'].indexOf(post_code) + 1)
  })

  test('name the person in full to whoever may see it, with the articles, and masked to nobody else than who may print', async () => {
    const made = await lettered()
    const input = { candidateId: first(made) }

    const file = value<{ name: string; content: string }>(await place(letterDay, officer, { name: 'letter.write', input }))

    expect(file.name).toMatch(/^退役军人安置介绍信-2026-\d+\.docx$/)
    expect(Buffer.from(file.content, 'base64').subarray(0, 2).toString()).toBe('PK')
    expect(await place(letterDay, supervisor, { name: 'letter.write', input })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await place(letterDay, banan, { name: 'letter.write', input })).toMatchObject({ problem: { code: 'not-found' } })
    const text = documentOf(Buffer.from(file.content, 'base64'))
    const [one] = await rowsOf<{ employer: string }>(
      database,
      'select employer_name as employer from placement.letters where candidate_id = $1',
      [first(made)],
    )
    for (const words of ['周建国', '第七十五条', '2026年7月11日', '渝北区退役军人事务局', one?.employer ?? '-'])
      expect(text).toContain(words)
    expect(text).toMatch(/公民身份号码：99\d{15}[\dX]/)
  })

  test('are issued by who approves, at the own county', async () => {
    const { roundId } = await closed({ points: [80], seats: [1] })

    expect(await issue(roundId, officer)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await issue(roundId, actor({ unitCode: BANAN, role: 'countyApprover' }))).toMatchObject({ problem: { code: 'not-found' } })
    expect(
      value<{ letters: unknown[] }>(await seePlace(letterDay, banan, { name: 'letter.list', input: { place: BANAN } })).letters,
    ).toEqual([])
  })
})

describe('the start', () => {
  test('is recorded with its day, counts as in time until the thirtieth day, and ends the wait', async () => {
    const made = await lettered()

    value(await step(lastDay, ['letter.start', first(made)], { startedOn: '2026-07-11' }))

    expect(await line(first(made), lateDay)).toMatchObject({ state: 'onDuty', startedOn: '2026-07-11', daysOverdue: 0, owedMonths: [] })
    expect(await factsOf(first(made), 'placement.started')).toEqual([{ quantity: '1', dimensions: { inTime: 'yes' } }])
  })

  test('that has not come by the thirty-first day is overdue, and the employer owes from the month of the letter', async () => {
    const made = await lettered()

    expect((await line(first(made), lastDay)).daysOverdue).toBe(0)
    expect(await line(first(made), lateDay)).toMatchObject({ daysOverdue: 1, owedMonths: ['2026-06', '2026-07'] })
  })

  test('is not before the letter nor in the future, and of two who record it one stands', async () => {
    const made = await lettered()
    const { steps } = await line(first(made))
    const record = (startedOn: string, day = lastDay) =>
      place(day, officer, { name: 'letter.start', input: { candidateId: first(made), steps, startedOn } })

    expect(await record('2026-06-10')).toMatchObject({ refusal: { code: 'before-letter', letterOn: '2026-06-11' } })
    expect(await record('2026-07-12')).toMatchObject({ refusal: { code: 'in-future' } })
    const both = await Promise.all([record('2026-07-01'), record('2026-07-02')])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(both.find(({ kind }) => kind === 'refusal')).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
  })

  test('that did not come is said with its cause: through the employer pay is owed, through the person the post is refused', async () => {
    const made = await lettered([80, 70])
    const [one, other] = [first(made), made.candidateIds[1] ?? '']

    expect(await step(lastDay, ['letter.notStarted', one], { cause: 'employer', reason: '单位称无岗' })).toMatchObject({
      refusal: { code: 'still-time', startBy: '2026-07-11' },
    })
    value(await step(lateDay, ['letter.notStarted', one], { cause: 'employer', reason: '单位称暂无岗位' }))
    value(await step(lateDay, ['letter.notStarted', other], { cause: 'person', reason: '本人不愿去' }))

    expect(await line(one, lateDay)).toMatchObject({ cause: 'employer', reason: '单位称暂无岗位', owedMonths: ['2026-06', '2026-07'] })
    expect(await line(other, lateDay)).toMatchObject({ cause: 'person', owedMonths: [] })
    const remind = (candidateId: string, day = lateDay) => place(day, officer, { name: 'letter.writeReminder', input: { candidateId } })
    expect(value<{ name: string }>(await remind(one)).name).toContain('提醒函')
    expect(await remind(other)).toMatchObject({ refusal: { code: 'nothing-owed' } })
    value(await step(lateDay, ['candidate.leave', other], { step: 'waiveRefused', reason: '无正当理由拒不上岗' }, approver))
    expect((await line(other, lateDay)).state).toBe('waivedRefused')
  })
})

describe('the person on /me', () => {
  test('sees the letter, the last day for the start, and that it has passed', async () => {
    const made = await lettered()
    const [row] = await rowsOf<{ person_id: PersonId }>(database, 'select person_id from placement.candidates where id = $1', [first(made)])
    const mine = async (day: Ground) =>
      value<{ placements: MyPlacement[] }>(await seePlace(day, onMe(row?.person_id as PersonId), { name: 'mine.placement', input: {} }))
        .placements[0]?.letter
    // The sheet of the rounds' world has no words of its own, which /me shows.
    await database.ownerPool.query(
      `begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'; delete from placement.score_sheets where candidate_id = '${first(made)}'; commit`,
    )

    expect(await mine(lastDay)).toEqual({ issuedOn: '2026-06-11', startBy: '2026-07-11', startedOn: null, isOverdue: false })
    expect(await mine(lateDay)).toMatchObject({ isOverdue: true })
    value(await step(lateDay, ['letter.start', first(made)], { startedOn: '2026-07-12' }))
    expect(await mine(lateDay)).toMatchObject({ startedOn: '2026-07-12', isOverdue: false })
  })
})

describe('half a year later', () => {
  test('somebody asks how it goes, not earlier, and once', async () => {
    const made = await lettered()
    value(await step(lastDay, ['letter.start', first(made)], { startedOn: '2026-06-20' }))
    const said = { isThere: true, isSatisfied: false, words: '工资按时，路远' }

    expect(await step(lateDay, ['letter.followUp', first(made)], said)).toMatchObject({
      refusal: { code: 'too-early', from: '2026-12-20' },
    })
    value(await step(halfYear, ['letter.followUp', first(made)], said))

    expect(await line(first(made), halfYear)).toMatchObject({
      state: 'followedUp',
      isThere: true,
      isSatisfied: false,
      followWords: '工资按时，路远',
    })
    expect(await step(halfYear, ['letter.followUp', first(made)], said)).toMatchObject({ refusal: { code: 'not-from-here' } })
    const taken = await rowsOf<{ step: string; article: string | null }>(
      database,
      'select step, article from placement.candidate_steps where candidate_id = $1 order by number desc limit 3',
      [first(made)],
    )
    expect(taken.map((one) => [one.step, one.article])).toEqual([
      ['followUp', null],
      ['start', '第七十五条'],
      ['issueLetter', '第七十五条'],
    ])
  })
})
