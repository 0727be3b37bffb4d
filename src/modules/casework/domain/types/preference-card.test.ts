import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { type Answers, fieldsToAsk } from '../matters/answers.ts'
import { begin, type MatterState, take } from '../matters/matter-state.ts'
import type { Seat } from '../matters/matter-type.ts'
import { preferenceCard } from './preference-card.ts'

const rules = { type: preferenceCard, calendar: { isWorkday: () => true } }
const DAY = '2026-06-10' as PlainDate

interface Taken {
  readonly step: string
  readonly seat: Seat
  readonly on?: PlainDate
  readonly answers?: Answers
}

const tried = (matter: MatterState, { step, seat, on = DAY, answers = {} }: Taken) =>
  take(rules, matter, { step, seat, by: seat, on, answers, reason: '情况属实' })

function walked(matter: MatterState, ...steps: readonly Taken[]): MatterState {
  return steps.reduce((now, step) => {
    const next = tried(now, step)
    if (!next.ok) throw new Error(`${step.step}: ${JSON.stringify(next.refusal)}`)
    return next.value
  }, matter)
}

function applied(): MatterState {
  const begun = begin(rules, { seat: 'station', by: 'chen', on: DAY, answers: { kind: 'veteran', phone: '10012345678' } })
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
  return begun.value
}

const atProvince = (hasStain: boolean): MatterState =>
  walked(
    applied(),
    { step: 'accept', seat: 'township', answers: { hasStain } },
    { step: 'countyReview', seat: 'county' },
    { step: 'cityReview', seat: 'city' },
  )

const issued = (): MatterState =>
  walked(
    atProvince(false),
    { step: 'file', seat: 'province' },
    { step: 'order', seat: 'province' },
    { step: 'signIn', seat: 'county' },
    { step: 'issue', seat: 'township', answers: { cardNumber: 'YD50011200017' } },
  )

describe('a reported loss', () => {
  test.each([
    [5, '2026-06-15'],
    [15, '2026-06-25'],
    [undefined, '2026-06-25'],
  ])('of %s days lapses on the day after %s, and the card is good again', (lossDays, due) => {
    const answers: Answers = lossDays === undefined ? {} : { lossDays }
    const lost = walked(issued(), { step: 'reportLoss', seat: 'applicant', answers })
    const lapse = { step: 'lapseLoss', seat: 'clock', on: addDays(due as PlainDate, 1) } as const

    expect(tried(lost, { ...lapse, on: due as PlainDate })).toMatchObject({ refusal: { code: 'not-run-out' } })
    expect(walked(lost, lapse).state).toBe('issued')
  })

  test.each([
    [4, 'too-small', 5],
    [16, 'too-large', 15],
  ])('of %s days is none', (lossDays, code, limit) => {
    expect(tried(issued(), { step: 'reportLoss', seat: 'applicant', answers: { lossDays } })).toMatchObject({
      refusal: { issues: [{ field: 'lossDays', code, limit }] },
    })
  })

  test('reported formally is replaced, and the old card is void when the township accepts', () => {
    const lost = walked(
      issued(),
      { step: 'reportLoss', seat: 'applicant' },
      { step: 'reportFormally', seat: 'applicant', answers: { lostAt: 'bank' } },
    )

    expect(tried(lost, { step: 'found', seat: 'applicant' })).toMatchObject({ refusal: { code: 'not-from-here' } })
    expect(walked(lost, { step: 'reissue', seat: 'township' }).state).toBe('inProduction')
    expect(preferenceCard.steps['reissue']?.facts).toContainEqual({ kind: 'card.voided' })
  })
})

describe('a replacement', () => {
  const asked = (answers: Answers) => walked(issued(), { step: 'askReplacement', seat: 'applicant', answers })

  test.each(['unreadable', 'defaced', 'dataChanged'])('because %s is made here', (why) => {
    expect(walked(asked({ why }), { step: 'reissue', seat: 'township' }).state).toBe('inProduction')
  })

  test('by another kind of card says which, and the matter goes on with that kind', () => {
    expect(tried(issued(), { step: 'askReplacement', seat: 'applicant', answers: { why: 'kindChanged' } })).toMatchObject({
      refusal: { issues: [{ field: 'kind', code: 'missing' }] },
    })
    expect(asked({ why: 'kindChanged', kind: 'beneficiary' }).answers['kind']).toBe('beneficiary')
    expect(asked({ why: 'defaced', kind: 'beneficiary' }).answers['kind']).toBe('veteran')
  })

  test('after a move to another province is made there: the card is handed in, and nothing is made here', () => {
    const moved = asked({ why: 'provinceChanged' })

    expect(tried(moved, { step: 'reissue', seat: 'township' })).toMatchObject({ refusal: { code: 'not-applicable' } })
    expect(walked(moved, { step: 'replaceElsewhere', seat: 'township' }).state).toBe('replaced')
    expect(tried(asked({ why: 'defaced' }), { step: 'replaceElsewhere', seat: 'township' })).toMatchObject({
      refusal: { code: 'not-applicable' },
    })
  })
})

describe('what an applicant was punished for', () => {
  const asks = (matter: MatterState) => fieldsToAsk(preferenceCard.steps['file']?.fields ?? [], matter.answers).map(({ code }) => code)

  test('is weighed by the province before it files, and where there is nothing it is not asked for', () => {
    expect([asks(atProvince(true)), asks(atProvince(false))]).toEqual([['weighed'], []])
    expect(tried(atProvince(true), { step: 'file', seat: 'province' })).toMatchObject({
      refusal: { issues: [{ field: 'weighed', code: 'missing' }] },
    })
    expect(walked(atProvince(true), { step: 'file', seat: 'province', answers: { weighed: '刑期已满多年，予以备案' } }).state).toBe(
      'provinceFiled',
    )
  })
})
