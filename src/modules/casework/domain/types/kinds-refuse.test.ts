import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Answers } from '../matters/answers.ts'
import { begin } from '../matters/matter-state.ts'
import type { MatterType } from '../matters/matter-type.ts'
import { AGENT, AID, PHONE, TRIP } from '../matters/sample-answers.ts'
import { begun, DAY, plainRules, tried, type Walked } from '../matters/walk-kind.ts'
import { annualConfirmation } from './annual-confirmation.ts'
import { counselling } from './counselling.ts'
import { hardshipAid } from './hardship-aid.ts'
import { homeService } from './home-service.ts'
import { jobWish } from './job-wish.ts'
import { legalAdvice } from './legal-advice.ts'
import { memorialTrip } from './memorial-trip.ts'
import { policyEnquiry } from './policy-enquiry.ts'

const day = (text: string): PlainDate => text as PlainDate
const approve = { step: 'approve', seat: 'approver' as const, answers: { form: ['goods'] } }

describe('what each kind refuses', () => {
  test.each<[string, MatterType, Answers, Walked, object]>([
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
    const ask = (answers: Answers) => begin(plainRules(memorialTrip), { seat: 'station', by: 'x', on: DAY, answers })

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
      begin({ ...plainRules(memorialTrip), setting }, { seat: 'station', by: 'x', on: day(on), answers: { ...TRIP, onDay } })

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
      begin(plainRules(counselling), { seat: 'county', by: 'x', on: DAY, answers: { topic: '失眠', minutes: 20, danger: 'none' } }),
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
