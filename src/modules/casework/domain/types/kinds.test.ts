import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { Answers } from '../matters/answers.ts'
import { begin, type MatterState, outcomeOf, take } from '../matters/matter-state.ts'
import type { MatterType, Seat } from '../matters/matter-type.ts'
import { annualConfirmation } from './annual-confirmation.ts'
import { counselling } from './counselling.ts'
import { gloryPlaque } from './glory-plaque.ts'
import { hardshipAid } from './hardship-aid.ts'
import { homeService } from './home-service.ts'
import { jobWish } from './job-wish.ts'
import { legalAdvice } from './legal-advice.ts'
import { memorialTrip } from './memorial-trip.ts'
import { policyEnquiry } from './policy-enquiry.ts'
import { reportIn } from './report-in.ts'

const DAY = '2026-06-10' as PlainDate
const everyDay = { isWorkday: () => true }

interface Taken {
  readonly step: string
  readonly seat: Seat
  readonly on?: PlainDate
  readonly by?: string
  readonly answers?: Answers
}

const tried = (type: MatterType, matter: MatterState, { step, seat, on = DAY, by = seat, answers = {} }: Taken) =>
  take({ type, calendar: everyDay }, matter, { step, seat, on, by, answers, reason: '情况属实' })

function begun(type: MatterType, answers: Answers, seat: Seat = 'station'): MatterState {
  const matter = begin({ type, calendar: everyDay }, { seat, by: seat, on: DAY, answers })
  if (!matter.ok) throw new Error(JSON.stringify(matter.refusal))
  return matter.value
}

const PHONE = { phone: '10012345678' }
const PLAQUE = { ground: 'veteran', ...PHONE }
const REPORT = { dischargedOn: '2026-06-01', items: ['registry', 'card'], ...PHONE }
const AID = { hardshipCause: 'relapse', story: '旧伤复发住院', ...PHONE }
const TRIP = { martyr: '陈铁', place: '某烈士陵园', relation: 'child', travellers: ['甲', '乙'], way: 'self', onDay: '2026-07-01' }
const AGENT = { way: 'agent', what: '代领资料', agent: ['丙'], authorityFrom: '2026-01-01', ...PHONE }

const approve = { step: 'approve', seat: 'approver' as const, answers: { form: ['goods'] } }

describe('the main way of each kind', () => {
  test.each<[MatterType, Answers, readonly Taken[], string]>([
    [
      gloryPlaque,
      PLAQUE,
      [
        { step: 'confirm', seat: 'township' },
        { step: 'deliver', seat: 'county' },
        { step: 'hang', seat: 'station' },
      ],
      'granted',
    ],
    [
      reportIn,
      REPORT,
      [
        { step: 'accept', seat: 'county' },
        { step: 'finish', seat: 'county', answers: { doneItems: ['registry', 'card'] } },
      ],
      'granted',
    ],
    [hardshipAid, AID, [{ step: 'review', seat: 'township' }, approve, { step: 'grant', seat: 'clock', on: addDays(DAY, 6) }], 'granted'],
    [annualConfirmation, { way: 'home', hasChanged: false }, [{ step: 'confirm', seat: 'station' }], 'granted'],
    [
      policyEnquiry,
      { question: '补助何时发' },
      [{ step: 'answer', seat: 'station', answers: { answer: '每月十日前', clause: '《军人抚恤优待条例》第二十七条' } }],
      'handled',
    ],
    [legalAdvice, { question: '名誉受损', ...PHONE }, [{ step: 'advise', seat: 'adviser', answers: { note: '已告知途径' } }], 'handled'],
    [
      homeService,
      { ...AGENT, authorityFrom: '2026-06-01' },
      [
        { step: 'take', seat: 'station' },
        { step: 'done', seat: 'station', answers: { result: '已领取' } },
      ],
      'granted',
    ],
    [
      memorialTrip,
      TRIP,
      [
        { step: 'issue', seat: 'county' },
        { step: 'giveReceipt', seat: 'applicant', on: addDays(DAY, 90) },
        { step: 'settle', seat: 'county', answers: { subsidy: '80000' } },
      ],
      'granted',
    ],
    [
      jobWish,
      { wish: 'job', ...PHONE },
      [
        { step: 'passOn', seat: 'township' },
        { step: 'serve', seat: 'county' },
      ],
      'granted',
    ],
  ])('%s', (type, answers, steps, outcome) => {
    const end = steps.reduce(
      (matter, step) => {
        const next = tried(type, matter, step)
        if (!next.ok) throw new Error(`${type.code} ${step.step}: ${JSON.stringify(next.refusal)}`)
        return next.value
      },
      begun(type, answers),
    )

    expect(outcomeOf({ type, calendar: everyDay }, end)).toBe(outcome)
  })
})

describe('what each kind refuses', () => {
  test.each<[string, MatterType, Answers, Taken, object]>([
    ['help before papers where nothing is urgent', hardshipAid, AID, { step: 'helpFirst', seat: 'approver' }, { code: 'not-applicable' }],
    [
      'a confirmation without a check where something changed',
      annualConfirmation,
      { way: 'video', hasChanged: true, change: '迁居' },
      { step: 'confirm', seat: 'station' },
      { code: 'not-applicable' },
    ],
    [
      'an agent whose authority has ended',
      homeService,
      AGENT,
      { step: 'take', seat: 'station', on: '2026-07-01' as PlainDate },
      { code: 'too-late', dueOn: '2026-06-30' },
    ],
    [
      'the station, where the lawyer advises',
      legalAdvice,
      { question: '名誉受损', ...PHONE },
      { step: 'advise', seat: 'station', answers: { note: '说了' } },
      { code: 'not-your-turn' },
    ],
    ['to pass on a wish of nothing', jobWish, { wish: 'none', ...PHONE }, { step: 'passOn', seat: 'township' }, { code: 'not-applicable' }],
    [
      'an answer without its clause',
      policyEnquiry,
      { question: '补助何时发' },
      { step: 'answer', seat: 'station', answers: { answer: '不清楚' } },
      { code: 'answers-wrong' },
    ],
  ])('%s', (_, type, ...[answers, step, refusal]) => {
    expect(tried(type, begun(type, answers), step)).toMatchObject({ ok: false, refusal })
  })

  test('a fourth traveller, and a frail one without a companion', () => {
    const ask = (answers: Answers) => begin({ type: memorialTrip, calendar: everyDay }, { seat: 'station', by: 'x', on: DAY, answers })

    expect(ask({ ...TRIP, travellers: ['甲', '乙', '丙', '丁'] })).toMatchObject({
      refusal: { issues: [{ field: 'travellers', code: 'too-large', limit: 3 }] },
    })
    expect(ask({ ...TRIP, isFrail: true })).toMatchObject({ refusal: { issues: [{ field: 'companion', code: 'missing' }] } })
  })

  test('a log of the line to anybody but the counsellor', () => {
    expect(
      begin({ type: counselling, calendar: everyDay }, { seat: 'county', by: 'x', on: DAY, answers: { topic: '失眠', minutes: 20 } }),
    ).toMatchObject({
      refusal: { code: 'not-your-turn', waitsFor: 'counsellor' },
    })
  })

  test('the same hand for review and approval', () => {
    const reviewed = tried(hardshipAid, begun(hardshipAid, AID), { step: 'review', seat: 'township', by: 'one' })
    if (!reviewed.ok) throw new Error('not reviewed')

    expect(tried(hardshipAid, reviewed.value, { ...approve, by: 'one' })).toMatchObject({ refusal: { code: 'same-hand', step: 'review' } })
  })
})
