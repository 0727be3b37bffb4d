import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../../kernel/plain-date.ts'
import type { Answers } from '../../../domain/matters/answers.ts'
import { begin, type MatterState, take } from '../../../domain/matters/matter-state.ts'
import type { Seat } from '../../../domain/matters/matter-type.ts'
import { petition } from '../../../domain/types/petition.ts'
import { workCalendar } from '../kinds/work-calendar.ts'

const rules = { type: petition, calendar: workCalendar }
const day = (text: string): PlainDate => text as PlainDate
const claim = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
const reviewOpinion = { reviewResult: 'explained', reviewText: '经复查，原意见符合规定。' }
const opinion = { result: 'explained', opinionText: '经核实，工龄已按规定认定。' }

function begun(on: string, kind = 'claim'): MatterState {
  const matter = begin(rules, { seat: 'county', by: 'jiang', on: day(on), answers: { ...claim, kind } })
  if (!matter.ok) throw new Error(JSON.stringify(matter.refusal))
  return matter.value
}

interface Taken {
  readonly step: string
  readonly seat: Seat
  readonly on: string
  readonly answers?: Answers
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

/** Registered, forwarded and accepted on one day. */
const answering = (on: string): MatterState =>
  taken(begun(on), { step: 'forward', seat: 'county', on }, { step: 'accept', seat: 'county', on })

/** With an opinion of a day, and with a review opinion of a day. */
const answered = (on: string): MatterState => taken(answering(on), { step: 'issueOpinion', seat: 'county', on, answers: opinion })
const reviewed = (on: string): MatterState =>
  taken(answered(on), { step: 'askReview', seat: 'applicant', on }, { step: 'issueReview', seat: 'city', on, answers: reviewOpinion })

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

  test.each([
    ['2026-04-18', '2026-05-03', 'a month’s end'],
    ['2026-09-20', '2026-10-05', 'into National Day: a day of rest is the last day all the same'],
    ['2026-12-25', '2027-01-09', 'a year’s end'],
  ])('the notice of acceptance: 15 days from the forwarding on %s end on %s (%s)', (on, due) => {
    const forwarded = taken(begun(on), { step: 'forward', seat: 'county', on })

    expect(dueOf(forwarded, 'notice')).toBe(due)
    expect(taken(forwarded, { step: 'accept', seat: 'county', on }).clocks.find(({ code }) => code === 'notice')?.stoppedOn).toBe(on)
  })

  test('an objection on the fifth working day brings it back to be registered, with fifteen new days; on the sixth it is too late', () => {
    const forwarded = taken(begun('2026-04-20'), { step: 'forward', seat: 'county', on: '2026-04-28' })
    const back = taken(forwarded, { step: 'object', seat: 'county', on: '2026-05-08' })

    expect([back.state, dueOf(back, 'forward'), back.clocks.find(({ code }) => code === 'notice')?.stoppedOn]).toEqual([
      'registered',
      '2026-05-23',
      '2026-05-08',
    ])
    expect(tried(forwarded, { step: 'object', seat: 'county', on: '2026-05-09' })).toMatchObject({
      refusal: { code: 'too-late', dueOn: '2026-05-08', article: '《信访工作条例》第二十三条' },
    })
  })

  test('leave to extend is given on the last of the sixty days, and not after it', () => {
    const handling = answering('2026-04-22')

    expect(tried(handling, { step: 'extend', seat: 'approver', on: '2026-06-21' }).ok).toBe(true)
    expect(tried(handling, { step: 'extend', seat: 'approver', on: '2026-06-22' })).toMatchObject({
      refusal: { code: 'too-late', dueOn: '2026-06-21', article: '《信访工作条例》第三十四条' },
    })
  })

  test.each([
    ['askReview', 'lapseReview', '第三十五条', () => answered('2026-06-10')],
    ['askRecheck', 'lapseRecheck', '第三十六条', () => reviewed('2026-06-10')],
  ])('%s is in time on the 30th day, and not on the 31st, when the clock takes %s', (ask, lapse, article, told) => {
    const matter = told()

    expect(tried(matter, { step: ask, seat: 'applicant', on: '2026-07-10' }).ok).toBe(true)
    expect(tried(matter, { step: ask, seat: 'applicant', on: '2026-07-11' })).toMatchObject({
      refusal: { code: 'too-late', dueOn: '2026-07-10', article: `《信访工作条例》${article}` },
    })
    expect(tried(matter, { step: lapse, seat: 'clock', on: '2026-07-10' })).toMatchObject({ refusal: { code: 'not-run-out' } })
    expect(taken(matter, { step: lapse, seat: 'clock', on: '2026-07-11' }).state).toBe('terminated')
  })

  test.each([
    ['2026-06-20', '2026-07-20', 'plain'],
    ['2026-01-20', '2026-02-19', 'the Spring Festival within, and at the end'],
    ['2027-12-15', '2028-01-14', 'a year’s end'],
    ['2028-01-31', '2028-03-01', 'a leap day'],
  ])('the opinions of review and recheck: 30 days from the asking on %s end on %s (%s)', (on, due) => {
    const reviewing = taken(answered(on), { step: 'askReview', seat: 'applicant', on })
    const rechecking = taken(reviewed(on), { step: 'askRecheck', seat: 'applicant', on })

    expect([dueOf(reviewing, 'review'), dueOf(rechecking, 'recheck')]).toEqual([due, due])
  })

  test.each([
    ['2026-08-05', '2026-08-17', '2026-09-12', 'twelve days of hearing'],
    ['2026-08-05', '2026-08-05', '2026-08-31', 'begun and ended in a day'],
    ['2026-08-31', '2026-10-09', '2026-10-09', 'begun on the last day, over National Day'],
  ])('a hearing from %s to %s is not counted in the recheck, which then ends on %s (%s)', (from, until, due) => {
    const rechecking = taken(reviewed('2026-07-15'), { step: 'askRecheck', seat: 'applicant', on: '2026-08-01' })
    const heard = taken(rechecking, { step: 'hear', seat: 'province', on: from }, { step: 'endHearing', seat: 'province', on: until })

    expect([dueOf(rechecking, 'recheck'), dueOf(heard, 'recheck')]).toEqual(['2026-08-31', due])
  })

  test('every clock that the law gives says by which article, and nobody is late in a window', () => {
    const said = Object.entries(petition.clocks).map(([code, { days, kind, article, extension, isWindow }]) => [
      code,
      days,
      kind,
      /第(.+)条/.exec(article)?.[1],
      extension ?? 0,
      isWindow ?? false,
    ])

    expect(said).toEqual([
      ['forward', 15, 'calendar', '二十二', 0, false],
      ['notice', 15, 'calendar', '二十三', 0, false],
      ['objection', 5, 'working', '二十三', 0, true],
      ['reply', 60, 'calendar', undefined, 0, false],
      ['opinion', 60, 'calendar', '三十四', 30, false],
      ['askReview', 30, 'calendar', '三十五', 0, true],
      ['review', 30, 'calendar', '三十五', 0, false],
      ['askRecheck', 30, 'calendar', '三十六', 0, true],
      ['recheck', 30, 'calendar', '三十六', 0, false],
    ])
  })

  test('the wrong channel is refused with the right one named, and not without', () => {
    const registered = begun('2026-04-18')
    const refuse = { step: 'refuse', seat: 'county', on: '2026-04-19' } as const

    expect(tried(registered, refuse)).toMatchObject({ refusal: { issues: [{ field: 'channel', code: 'missing' }] } })
    expect(taken(registered, { ...refuse, answers: { channel: 'court' } })).toMatchObject({
      state: 'refused',
      answers: { channel: 'court' },
    })
    expect(petition.letters?.['refusal']?.paragraphs.join('')).toContain('{{channel}}')
  })

  test('a suggestion is studied and answered, a report passed on; neither is handled as a claim', () => {
    const [suggestion, report] = ['suggestion', 'report'].map((kind) =>
      taken(begun('2026-04-18', kind), { step: 'forward', seat: 'county', on: '2026-04-18' }),
    )
    if (!suggestion || !report) throw new Error('none begun')

    for (const matter of [suggestion, report])
      expect(tried(matter, { step: 'accept', seat: 'county', on: '2026-04-19' })).toMatchObject({ refusal: { code: 'not-applicable' } })
    const studied = taken(suggestion, { step: 'study', seat: 'county', on: '2026-04-19' })
    const replied = { replyText: '已采纳，纳入明年计划，感谢建议。' }
    expect(taken(studied, { step: 'reply', seat: 'county', on: '2026-05-19', answers: replied }).state).toBe('replied')
    expect(taken(report, { step: 'passOn', seat: 'county', on: '2026-04-19', answers: { organ: 'discipline' } }).state).toBe('passedOn')
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

  test('whoever gave the opinion does not review it', () => {
    const reviewing = taken(answered('2026-06-10'), { step: 'askReview', seat: 'applicant', on: '2026-06-11' })
    const byTheSame = { step: 'issueReview', seat: 'city', by: 'county', on: day('2026-06-12'), answers: reviewOpinion } as const

    expect(take(rules, reviewing, byTheSame)).toMatchObject({ refusal: { code: 'same-hand', step: 'issueOpinion' } })
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
