import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { Answers } from '../matters/answers.ts'
import { outcomeOf } from '../matters/matter-state.ts'
import type { MatterType } from '../matters/matter-type.ts'
import { AGENT, AID, HOME, PHONE, PLAQUE, REPORT, TRIP } from '../matters/sample-answers.ts'
import { begun, DAY, plainRules, type Walked, walked } from '../matters/walk-kind.ts'
import { annualConfirmation } from './annual-confirmation.ts'
import { gloryPlaque } from './glory-plaque.ts'
import { hardshipAid } from './hardship-aid.ts'
import { homeService } from './home-service.ts'
import { jobWish } from './job-wish.ts'
import { legalAdvice } from './legal-advice.ts'
import { memorialTrip } from './memorial-trip.ts'
import { policyEnquiry } from './policy-enquiry.ts'
import { reportIn } from './report-in.ts'

const approve = { step: 'approve', seat: 'approver' as const, answers: { form: ['goods'] } }

describe('the main way of each kind', () => {
  test.each<[MatterType, Answers, readonly Walked[], string]>([
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
        { step: 'giveReceipt', seat: 'applicant', on: '2027-07-04' as PlainDate, answers: { host: '某省某县', hostedOn: '2027-04-05' } },
        { step: 'settle', seat: 'county', on: '2027-07-05' as PlainDate, answers: { fare: '50000', days: 3, subsidy: '80000' } },
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
    const end = walked(type, begun(type, answers), ...steps)

    expect(outcomeOf(plainRules(type), end)).toBe(outcome)
  })
})
