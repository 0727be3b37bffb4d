import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'
import { asking } from './petition/asking.ts'
import { handling, handlingClocks } from './petition/handling.ts'
import { letters } from './petition/letters.ts'
import { review, reviewClocks } from './petition/review.ts'

/** Letters and visits (信访): notice, handling, opinion, review, recheck, with the clocks of 《信访工作条例》 (2022-05-01). */
export const petition = matterType({
  code: 'petition',
  version: 1,
  validFrom: '2022-05-01' as PlainDate,
  name: words('信访', 'Petition'),
  articles: ['《信访工作条例》第十九条至第三十六条'],
  about: 'person',
  once: 'open',
  sameBy: ['kind', 'subject', 'title'],
  onMe: true,
  readers: ['county', 'approver', 'city', 'province'],
  fields: asking,
  documents: [{ code: 'evidence', name: words('证据材料', 'Evidence'), required: false }],
  begins: { by: ['applicant', 'station', 'township', 'county'], state: 'registered', starts: ['forward'] },
  states: {
    registered: { name: words('已登记', 'Registered'), waitsFor: 'county' },
    forwarded: { name: words('已转送', 'Forwarded'), waitsFor: 'county' },
    handling: { name: words('办理中', 'Being handled'), waitsFor: 'county' },
    studying: { name: words('研究论证中', 'Being studied'), waitsFor: 'county' },
    investigating: { name: words('交办街道核实', 'Facts asked of the township'), waitsFor: 'township' },
    opinionIssued: { name: words('已答复', 'Opinion issued'), waitsFor: 'applicant' },
    reviewing: { name: words('复查中', 'Under review'), waitsFor: 'city' },
    reviewIssued: { name: words('已出复查意见', 'Review opinion issued'), waitsFor: 'applicant' },
    rechecking: { name: words('复核中', 'Under recheck'), waitsFor: 'province' },
    hearing: { name: words('听证中', 'Hearing'), waitsFor: 'province' },
    refused: { name: words('不予受理', 'Not accepted'), outcome: 'refused' },
    withdrawn: { name: words('本人撤回', 'Withdrawn'), outcome: 'withdrawn' },
    settled: { name: words('息诉息访', 'Settled'), outcome: 'handled' },
    replied: { name: words('已回复', 'Replied'), outcome: 'handled' },
    passedOn: { name: words('已转有权机关', 'Passed on to the organ in charge'), outcome: 'handled' },
    terminated: { name: words('办理终结', 'Terminated'), outcome: 'handled' },
  },
  steps: {
    ...handling,
    ...review,
    withdraw: {
      name: words('撤回', 'Withdraw'),
      from: ['registered', 'forwarded', 'studying', 'handling', 'investigating'],
      to: 'withdrawn',
      by: ['applicant'],
    },
  },
  clocks: { ...handlingClocks, ...reviewClocks },
  letters,
})
