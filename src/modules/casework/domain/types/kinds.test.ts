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

const day = (text: string): PlainDate => text as PlainDate
const DAY = day('2026-06-10')
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
const TRIP = {
  martyr: '陈铁',
  place: '某省某县烈士陵园',
  distance: 'province',
  relation: 'child',
  travellers: ['甲', '乙'],
  isFrail: false,
  way: 'self',
  onDay: '2027-04-05',
}
const AGENT = {
  way: 'agent',
  what: '代领资料',
  agent: ['丙'],
  agentPhone: '10012345679',
  scope: ['submit', 'collect'],
  authorityUntil: '2026-06-30',
  ...PHONE,
}
const HOME = { way: 'home', what: '办优待证', why: 'aged', address: '某某路一号', ...PHONE }

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
      [{ step: 'answer', seat: 'station', answers: { answer: '每月十日前', clauses: ['fuxu27'] } }],
      'handled',
    ],
    [legalAdvice, { question: '名誉受损', ...PHONE }, [{ step: 'advise', seat: 'adviser', answers: { note: '已告知途径' } }], 'handled'],
    [
      homeService,
      AGENT,
      [
        { step: 'take', seat: 'station' },
        { step: 'handOver', seat: 'station', answers: { result: '已领取' } },
      ],
      'granted',
    ],
    [
      homeService,
      HOME,
      [
        { step: 'plan', seat: 'station', answers: { visitOn: '2026-06-12' } },
        { step: 'serveAtHome', seat: 'station', answers: { result: '已拍照、收材料', signedBy: ['甲'] } },
      ],
      'granted',
    ],
    [
      memorialTrip,
      TRIP,
      [
        { step: 'issue', seat: 'county' },
        { step: 'giveReceipt', seat: 'applicant', on: day('2027-07-04'), answers: { host: '某省某县', hostedOn: '2027-04-05' } },
        { step: 'settle', seat: 'county', on: day('2027-07-05'), answers: { fare: '50000', days: 3, subsidy: '80000' } },
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
      'an agent on the day after the last day of the authority',
      homeService,
      AGENT,
      { step: 'take', seat: 'station', on: day('2026-07-01') },
      { code: 'authority-ended', endedOn: '2026-06-30' },
    ],
    [
      'an agent an act that the authority does not cover',
      homeService,
      { ...AGENT, scope: ['collect'] },
      { step: 'take', seat: 'station' },
      { code: 'outside-authority' },
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
    expect(ask({ ...TRIP, isFrail: true })).toMatchObject({
      refusal: {
        issues: [
          { field: 'companion', code: 'missing' },
          { field: 'companionHealthy', code: 'missing' },
        ],
      },
    })
  })

  test('an agent nothing on the last day of the authority', () => {
    const asked = tried(homeService, begun(homeService, AGENT), { step: 'take', seat: 'station', on: day('2026-06-30') })

    expect(asked.ok).toBe(true)
  })

  test('a trip asked for after 1 August, for the next year; on the day itself it is in time', () => {
    const setting = () => '08-01'
    const ask = (on: string, onDay: string) =>
      begin({ type: memorialTrip, calendar: everyDay, setting }, { seat: 'station', by: 'x', on: day(on), answers: { ...TRIP, onDay } })

    expect(ask('2026-08-01', '2027-04-05').ok).toBe(true)
    expect(ask('2026-08-02', '2028-04-05').ok).toBe(true)
    for (const [on, onDay, first] of [
      ['2026-08-02', '2027-04-05', '2028-01-01'],
      ['2026-03-01', '2026-04-05', '2027-01-01'],
    ] as const)
      expect(ask(on, onDay)).toMatchObject({ refusal: { issues: [{ field: 'onDay', code: 'asked-too-late', day: first }] } })
  })

  test('a subsidy where the receipt came on the 91st day', () => {
    const issued = tried(memorialTrip, begun(memorialTrip, TRIP), { step: 'issue', seat: 'county' })
    if (!issued.ok) throw new Error('not issued')
    const late = { step: 'giveReceipt', seat: 'station' as const, on: day('2027-07-05'), answers: { host: '某县', hostedOn: '2027-04-05' } }

    expect(tried(memorialTrip, issued.value, late)).toMatchObject({ refusal: { code: 'too-late', dueOn: '2027-07-04' } })
  })

  test('to the counsellor what the supervisor decides, and to the supervisor what nobody asked about', () => {
    const call = { topic: '整夜失眠', minutes: 20, danger: 'some' }
    const logged = begun(counselling, call, 'counsellor')
    const asked = tried(counselling, logged, { step: 'consult', seat: 'counsellor' })
    if (!asked.ok) throw new Error('not asked')

    expect(tried(counselling, logged, { step: 'close', seat: 'counsellor' })).toMatchObject({ refusal: { code: 'not-applicable' } })
    expect(tried(counselling, logged, { step: 'advise', seat: 'supervisor' })).toMatchObject({ refusal: { code: 'not-from-here' } })
    expect(tried(counselling, asked.value, { step: 'advise', seat: 'counsellor' })).toMatchObject({ refusal: { code: 'not-your-turn' } })
    expect(tried(counselling, asked.value, { step: 'advise', seat: 'supervisor' }).ok).toBe(true)
    for (const seat of ['county', 'approver', 'city', 'province', 'adviser'] as const) expect(counselling.readers).not.toContain(seat)
  })

  test('a log of the line to anybody but the counsellor', () => {
    expect(
      begin(
        { type: counselling, calendar: everyDay },
        { seat: 'county', by: 'x', on: DAY, answers: { topic: '失眠', minutes: 20, danger: 'none' } },
      ),
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

function walked(type: MatterType, matter: MatterState, ...steps: readonly Taken[]): MatterState {
  return steps.reduce((now, step) => {
    const next = tried(type, now, step)
    if (!next.ok) throw new Error(`${type.code} ${step.step}: ${JSON.stringify(next.refusal)}`)
    return next.value
  }, matter)
}

describe('an annual confirmation', () => {
  const due = () => begun(annualConfirmation, { way: 'face', hasChanged: false })
  const late = { step: 'becomeOverdue', seat: 'clock', on: day('2026-07-11') } as const

  test('that is overdue tells benefits, ends nothing, and is still made up for', () => {
    const overdue = walked(annualConfirmation, due(), late)

    expect(tried(annualConfirmation, due(), { ...late, on: day('2026-07-10') })).toMatchObject({ refusal: { code: 'not-run-out' } })
    expect(outcomeOf({ type: annualConfirmation, calendar: everyDay }, overdue)).toBeUndefined()
    expect(annualConfirmation.steps['becomeOverdue']?.facts).toEqual([{ kind: 'confirmation.overdue' }])
    expect(walked(annualConfirmation, overdue, { step: 'confirm', seat: 'station', on: day('2026-08-01') }).state).toBe('confirmed')
  })

  test('made in another way than was planned says which', () => {
    const seen = { step: 'confirm', seat: 'station', answers: { way: 'video', seenBy: ['甲', '乙'] } } as const

    expect(walked(annualConfirmation, due(), seen).answers).toMatchObject({ way: 'video' })
  })
})

describe('a plaque', () => {
  const hung = () =>
    walked(
      gloryPlaque,
      begun(gloryPlaque, PLAQUE),
      { step: 'confirm', seat: 'township' },
      { step: 'deliver', seat: 'county' },
      { step: 'hang', seat: 'station' },
    )

  test('is replaced, withdrawn on a ground, and restored', () => {
    const withdrawal = { step: 'withdraw', seat: 'county', answers: { withdrawnFor: 'misuse' } } as const

    expect(walked(gloryPlaque, hung(), { step: 'replace', seat: 'station', answers: { why: 'damaged' } }).state).toBe('making')
    expect(walked(gloryPlaque, hung(), withdrawal, { step: 'restore', seat: 'county' }).state).toBe('making')
    expect(tried(gloryPlaque, hung(), { ...withdrawal, answers: {} })).toMatchObject({ refusal: { code: 'answers-wrong' } })
  })

  test('kept after a death is not renewed', () => {
    const kept = walked(gloryPlaque, hung(), { step: 'keep', seat: 'station' })

    expect(tried(gloryPlaque, kept, { step: 'replace', seat: 'station', answers: { why: 'damaged' } })).toMatchObject({
      refusal: { code: 'not-from-here' },
    })
  })
})

test('a home service on the first working day after its day is late, and an answer names clauses or writes another out', () => {
  const planned = walked(homeService, begun(homeService, HOME), { step: 'plan', seat: 'station', answers: { visitOn: '2026-06-12' } })
  const answer = (answers: Answers) =>
    tried(policyEnquiry, begun(policyEnquiry, { question: '补助何时发' }), { step: 'answer', seat: 'station', answers })

  expect(planned.clocks.findLast(({ code }) => code === 'visit')?.dueOn).toBe('2026-06-13')
  expect(answer({ answer: '见规定', clauses: ['other'] })).toMatchObject({
    refusal: { issues: [{ field: 'otherClause', code: 'missing' }] },
  })
  expect(answer({ answer: '见规定', clauses: ['fuxu99'] })).toMatchObject({
    refusal: { issues: [{ field: 'clauses', code: 'not-a-choice' }] },
  })
  expect(answer({ answer: '见规定', clauses: ['fuxu27', 'fuxu62'] }).ok).toBe(true)
})
