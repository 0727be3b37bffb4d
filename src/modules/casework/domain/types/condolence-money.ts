import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

/** Why a sum is given, and never for more than one reason at once. */
const OCCASIONS = [
  { code: 'armyDay', name: words('八一建军节慰问', 'Army Day') },
  { code: 'springFestival', name: words('春节慰问', 'Spring Festival') },
  { code: 'illness', name: words('重病住院慰问', 'Grave illness in hospital') },
  { code: 'bereavement', name: words('亲属去世慰问', 'A death in the family') },
] as const

/**
 * A sum of condolence or greeting (慰问金申领), once for the same occasion of a year: the station asks for it or the person
 * does, the township checks, the county approves by another hand, the station hands it over against a signature. How much is
 * given is a norm of the place.
 */
export const condolenceMoney = matterType({
  code: 'condolenceMoney',
  version: 1,
  validFrom: '2026-01-01' as PlainDate,
  name: words('慰问金申领', 'Condolence money'),
  articles: ['setting'],
  about: 'person',
  once: 'year',
  sameBy: ['occasion'],
  onMe: true,
  fields: [
    { code: 'occasion', name: words('什么慰问', 'Which occasion'), kind: 'choice', required: true, choices: OCCASIONS },
    {
      code: 'hospital',
      name: words('在哪家医院、什么病', 'Hospital and illness'),
      kind: 'text',
      required: true,
      min: 2,
      when: { field: 'occasion', is: ['illness'] },
    },
    {
      code: 'inHospitalOn',
      name: words('哪天住院', 'In hospital since'),
      kind: 'day',
      past: true,
      when: { field: 'occasion', is: ['illness'] },
    },
    {
      code: 'deceased',
      name: words('去世的是', 'Who died'),
      kind: 'people',
      required: true,
      min: 1,
      max: 1,
      when: { field: 'occasion', is: ['bereavement'] },
    },
    { code: 'bankCard', name: words('发到哪张银行卡', 'Bank card'), kind: 'text', max: 30, fromFile: 'bankCard' },
    { code: 'phone', name: words('联系手机', 'Phone'), kind: 'phone', required: true, fromFile: 'phone' },
  ],
  documents: [
    { code: 'admission', name: words('住院证明', 'Proof of admission'), required: true, when: { field: 'occasion', is: ['illness'] } },
    { code: 'death', name: words('死亡证明', 'Proof of death'), required: true, when: { field: 'occasion', is: ['bereavement'] } },
  ],
  begins: { by: ['applicant', 'station', 'township'], state: 'asked', starts: ['check'] },
  states: {
    asked: { name: words('已申请', 'Asked for'), waitsFor: 'township' },
    wanting: { name: words('待补材料', 'Papers wanting'), waitsFor: 'applicant' },
    checked: { name: words('街道已核实', 'Checked by the township'), waitsFor: 'approver' },
    approved: { name: words('已批准，待发放', 'Approved, to be handed over'), waitsFor: 'station' },
    handedOver: { name: words('已发放', 'Handed over'), outcome: 'granted' },
    refused: { name: words('不予发放', 'Refused'), outcome: 'refused' },
    givenUp: { name: words('本人撤回', 'Given up'), outcome: 'withdrawn' },
  },
  steps: {
    ask: {
      name: words('一次告知补材料', 'Ask for papers, all at once'),
      from: ['asked'],
      to: 'wanting',
      by: ['township'],
      reason: true,
      isBack: true,
      pauses: ['check'],
      tells: words('还缺材料，补齐后接着办', 'Papers are wanting'),
    },
    supply: {
      name: words('已补齐', 'Papers supplied'),
      from: ['wanting'],
      to: 'asked',
      by: ['applicant', 'station', 'township'],
      resumes: ['check'],
    },
    check: {
      name: words('核实', 'Check'),
      from: ['asked'],
      to: 'checked',
      by: ['township'],
      needsDocuments: true,
      fields: [{ code: 'proposed', name: words('建议金额', 'Sum proposed'), kind: 'money', required: true, min: 1 }],
      stops: ['check'],
      starts: ['approve'],
    },
    returned: {
      name: words('退回街道', 'Hand back'),
      from: ['checked'],
      to: 'asked',
      by: ['approver'],
      reason: true,
      isBack: true,
      stops: ['approve'],
      starts: ['check'],
    },
    approve: {
      name: words('批准', 'Approve'),
      from: ['checked'],
      to: 'approved',
      by: ['approver'],
      notBy: ['begin', 'check'],
      fields: [{ code: 'amount', name: words('批准金额', 'Sum approved'), kind: 'money', required: true, min: 1 }],
      stops: ['approve'],
      starts: ['handOver'],
      prints: ['decision'],
      facts: [{ kind: 'condolence.approved', field: 'occasion' }],
      tells: words('慰问金已批准，工作人员会联系你', 'The sum is approved; you will be called'),
    },
    handOver: {
      name: words('已送到、签收', 'Handed over and signed for'),
      from: ['approved'],
      to: 'handedOver',
      by: ['station', 'township'],
      fields: [
        { code: 'signedBy', name: words('谁签收', 'Signed by'), kind: 'people', required: true, min: 1, max: 1 },
        { code: 'handedOn', name: words('哪天', 'Day'), kind: 'day', required: true, past: true },
      ],
      stops: ['handOver'],
      facts: [{ kind: 'condolence.handedOver', field: 'occasion' }],
      tells: words('慰问金已送到', 'The sum has been handed over'),
    },
    refuse: {
      name: words('不予发放', 'Refuse'),
      from: ['asked', 'checked'],
      to: 'refused',
      by: ['township', 'approver'],
      reason: true,
      prints: ['refusal'],
      tells: words('不予发放，理由见告知书', 'Refused; the reason is in the letter'),
    },
    giveUp: { name: words('撤回', 'Give up'), from: ['asked', 'wanting', 'checked'], to: 'givenUp', by: ['applicant'] },
  },
  clocks: {
    check: { name: words('街道核实', 'Check'), days: 3, kind: 'working', owner: 'township', article: 'setting' },
    approve: { name: words('区县审批', 'Approval'), days: 5, kind: 'working', owner: 'approver', article: 'setting' },
    handOver: { name: words('送到本人', 'Handing over'), days: 10, kind: 'calendar', owner: 'station', article: 'setting' },
  },
  letters: {
    decision: {
      name: words('慰问金发放通知书', 'Notice of the sum'),
      paragraphs: ['{{name}}：', '你申请的{{occasion}}，经审核同意发放慰问金{{amount}}，由{{unit}}送到你手中。', '祝你和家人安康。'],
    },
    refusal: {
      name: words('不予发放告知书', 'Letter of refusal'),
      paragraphs: ['{{name}}：', '你申请的{{type}}，经审核不予发放。理由：{{reason}}。', '情况有变化的，可以再次申请。'],
    },
  },
})
