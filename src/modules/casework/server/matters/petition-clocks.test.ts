import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { begin, type MatterState, take } from '../../domain/matters/matter-state.ts'
import type { Seat } from '../../domain/matters/matter-type.ts'
import { petition } from '../../domain/types/petition.ts'
import { workCalendar } from './work-calendar.ts'

const rules = { type: petition, calendar: workCalendar }
const day = (text: string): PlainDate => text as PlainDate
const claim = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
const opinion = { result: 'explained', opinionText: '经核实，工龄已按规定认定。' }

function begun(on: string): MatterState {
  const matter = begin(rules, { seat: 'county', by: 'jiang', on: day(on), answers: claim })
  if (!matter.ok) throw new Error(JSON.stringify(matter.refusal))
  return matter.value
}

interface Taken {
  readonly step: string
  readonly seat: Seat
  readonly on: string
  readonly answers?: typeof opinion
}

const tried = (matter: MatterState, { step, seat, on, answers }: Taken) =>
  take(rules, matter, { step, seat, by: seat, on: day(on), reason: '情况复杂', ...(answers ? { answers } : {}) })

function taken(matter: MatterState, ...steps: readonly Taken[]): MatterState {
  return steps.reduce((now, step) => {
    const next = tried(now, step)
    if (!next.ok) throw new Error(`${step.step}: ${JSON.stringify(next.refusal)}`)
    return next.value
  }, matter)
}

const dueOf = (matter: MatterState, code: string): string | undefined => matter.clocks.findLast((clock) => clock.code === code)?.dueOn

describe('the clocks of a petition (《信访工作条例》)', () => {
  test.each([
    ['2026-04-18', '2026-05-03', 'a month’s end'],
    ['2026-02-10', '2026-02-25', 'over the Spring Festival: calendar days are not lengthened'],
    ['2027-12-20', '2028-01-04', 'a year’s end'],
    ['2028-02-20', '2028-03-06', 'a leap day'],
  ])('registering and forwarding: 15 days from %s end on %s (%s)', (on, due) => {
    expect(dueOf(begun(on), 'forward')).toBe(due)
  })

  test.each([
    ['2026-04-20', '2026-04-27', 'a plain week'],
    ['2026-04-28', '2026-05-08', 'over Labour Day, 9 May is worked but not reached'],
    ['2026-02-12', '2026-02-26', 'over the Spring Festival, with a weekend day worked'],
    ['2026-09-28', '2026-10-10', 'over National Day, 10 October is worked'],
  ])('an objection to forwarding: 5 working days from %s end on %s (%s)', (on, due) => {
    const matter = taken(begun(on), { step: 'forward', seat: 'county', on })

    expect(dueOf(matter, 'objection')).toBe(due)
  })

  test.each([
    ['2026-04-22', '2026-06-21', '2026-07-21'],
    ['2026-12-31', '2027-03-01', '2027-03-31'],
    ['2027-12-31', '2028-02-29', '2028-03-30'],
  ])('an opinion: 60 days from %s end on %s, with leave on %s', (on, due, extended) => {
    const handling = taken(begun(on), { step: 'forward', seat: 'county', on }, { step: 'accept', seat: 'county', on })
    const longer = taken(handling, { step: 'extend', seat: 'approver', on })

    expect([dueOf(handling, 'opinion'), dueOf(longer, 'opinion')]).toEqual([due, extended])
    expect(tried(longer, { step: 'extend', seat: 'approver', on })).toMatchObject({ refusal: { code: 'already-extended' } })
    expect(tried(handling, { step: 'extend', seat: 'county', on })).toMatchObject({ refusal: { code: 'not-your-turn' } })
  })

  test('a review may be asked for on the 30th day, and not on the 31st', () => {
    const answered = taken(
      begun('2026-04-18'),
      { step: 'forward', seat: 'county', on: '2026-04-19' },
      { step: 'accept', seat: 'county', on: '2026-04-22' },
      { step: 'issueOpinion', seat: 'county', on: '2026-06-10', answers: opinion },
    )

    expect(tried(answered, { step: 'askReview', seat: 'applicant', on: '2026-07-10' }).ok).toBe(true)
    expect(tried(answered, { step: 'askReview', seat: 'applicant', on: '2026-07-11' })).toMatchObject({
      refusal: { code: 'too-late', dueOn: '2026-07-10' },
    })
    expect(tried(answered, { step: 'lapseReview', seat: 'clock', on: '2026-07-10' })).toMatchObject({ refusal: { code: 'not-run-out' } })
    expect(tried(answered, { step: 'lapseReview', seat: 'clock', on: '2026-07-11' }).ok).toBe(true)
  })

  test('the time of a hearing is not counted in the recheck', () => {
    const rechecking = taken(
      begun('2026-04-18'),
      { step: 'forward', seat: 'county', on: '2026-04-19' },
      { step: 'accept', seat: 'county', on: '2026-04-22' },
      { step: 'issueOpinion', seat: 'county', on: '2026-06-10', answers: opinion },
      { step: 'askReview', seat: 'applicant', on: '2026-06-20' },
      { step: 'issueReview', seat: 'city', on: '2026-07-15', answers: opinion },
      { step: 'askRecheck', seat: 'applicant', on: '2026-08-01' },
    )
    const heard = taken(
      rechecking,
      { step: 'hear', seat: 'province', on: '2026-08-05' },
      { step: 'endHearing', seat: 'province', on: '2026-08-17' },
    )

    expect([dueOf(rechecking, 'review'), dueOf(rechecking, 'recheck'), dueOf(heard, 'recheck')]).toEqual([
      '2026-07-20',
      '2026-08-31',
      '2026-09-12',
    ])
  })

  test('six representatives are one too many', () => {
    const people = ['甲', '乙', '丙', '丁', '戊', '己']
    const asked = begin(rules, {
      seat: 'county',
      by: 'jiang',
      on: day('2026-04-18'),
      answers: { ...claim, isCollective: true, representatives: people },
    })

    expect(asked).toEqual({
      ok: false,
      refusal: { code: 'answers-wrong', issues: [{ field: 'representatives', code: 'too-large', limit: 5 }] },
    })
  })

  test('whoever stepped aside takes no further step', () => {
    const handling = taken(
      begun('2026-04-18'),
      { step: 'forward', seat: 'county', on: '2026-04-18' },
      { step: 'accept', seat: 'county', on: '2026-04-18' },
    )
    const without = taken(handling, { step: 'recuse', seat: 'county', on: '2026-04-20' })

    expect(tried(without, { step: 'issueOpinion', seat: 'county', on: '2026-04-21', answers: opinion })).toMatchObject({
      refusal: { code: 'recused' },
    })
  })
})
