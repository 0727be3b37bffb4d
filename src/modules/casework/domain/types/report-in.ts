import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

/** The nine things that used to be done at nine windows. */
const ITEMS = [
  { code: 'registry', name: words('建档立卡', 'Registry') },
  { code: 'household', name: words('恢复户口', 'Household register') },
  { code: 'identityCard', name: words('办理身份证', 'Identity card') },
  { code: 'reserve', name: words('预备役登记', 'Reserve registration') },
  { code: 'party', name: words('党（团）组织关系接转', 'Party or league membership') },
  { code: 'pension', name: words('养老保险关系接续', 'Old-age insurance') },
  { code: 'medical', name: words('医疗保险关系接续', 'Medical insurance') },
  { code: 'grant', name: words('一次性经济补助申领', 'One-off grant') },
  { code: 'card', name: words('优待证申请', 'Preference card') },
] as const

/** Reporting in after discharge (退役报到) as one matter: nine items, one form, within thirty days. */
export const reportIn = matterType({
  code: 'reportIn',
  version: 1,
  validFrom: '2024-09-01' as PlainDate,
  name: words('退役报到', 'Reporting in'),
  articles: ['《退役军人安置条例》第五十一条'],
  about: 'person',
  once: 'open',
  onMe: true,
  fields: [
    { code: 'dischargedOn', name: words('哪天批准退役', 'Day of discharge'), kind: 'day', required: true, past: true },
    { code: 'phone', name: words('联系手机', 'Phone'), kind: 'phone', required: true, fromFile: 'phone' },
    { code: 'items', name: words('要办哪几件', 'Which items'), kind: 'choices', required: true, choices: ITEMS },
    {
      code: 'bankCard',
      name: words('补助发到哪张银行卡', 'Bank card for the grant'),
      kind: 'text',
      max: 30,
      fromFile: 'bankCard',
      when: { field: 'items', is: ['grant'] },
    },
    {
      code: 'wish',
      name: words('接下来想做什么', 'What next'),
      kind: 'choice',
      choices: [
        { code: 'work', name: words('找工作', 'A job') },
        { code: 'study', name: words('上学', 'School') },
        { code: 'training', name: words('学技能', 'A skill') },
        { code: 'business', name: words('创业', 'A business of one’s own') },
      ],
    },
  ],
  documents: [
    { code: 'certificate', name: words('退役证', 'Discharge certificate'), required: true },
    { code: 'letter', name: words('行政介绍信', 'Letter of introduction'), required: true },
    { code: 'party', name: words('组织关系介绍信', 'Letter of membership'), required: false, when: { field: 'items', is: ['party'] } },
  ],
  begins: { by: ['applicant', 'station', 'township', 'county'], state: 'reported', starts: ['accept', 'late'] },
  states: {
    reported: { name: words('已报到', 'Reported'), waitsFor: 'county' },
    wanting: { name: words('待补材料', 'Papers wanting'), waitsFor: 'applicant' },
    doing: { name: words('九件事办理中', 'Items under way'), waitsFor: 'county' },
    done: { name: words('已办结', 'Done'), outcome: 'granted' },
    refused: { name: words('不属本地接收', 'Not to be received here'), outcome: 'refused' },
    givenUp: { name: words('本人撤回', 'Given up'), outcome: 'withdrawn' },
  },
  steps: {
    accept: {
      name: words('接收', 'Receive'),
      from: ['reported'],
      to: 'doing',
      by: ['county'],
      needsDocuments: true,
      stops: ['accept', 'late'],
      starts: ['finish'],
      prints: ['register'],
      tells: words('已接收，九件事一并办理', 'Received; the items are under way'),
      facts: [{ kind: 'report.received' }],
    },
    ask: {
      name: words('一次告知补材料', 'Ask for papers, all at once'),
      from: ['reported'],
      to: 'wanting',
      by: ['county'],
      reason: true,
      isBack: true,
      pauses: ['accept'],
    },
    supply: {
      name: words('已补齐', 'Papers supplied'),
      from: ['wanting'],
      to: 'reported',
      by: ['applicant', 'station', 'township'],
      resumes: ['accept'],
    },
    finish: {
      name: words('九件事办结', 'All done'),
      from: ['doing'],
      to: 'done',
      by: ['county'],
      fields: [{ code: 'doneItems', name: words('办成了哪几件', 'Items done'), kind: 'choices', required: true, choices: ITEMS }],
      stops: ['finish'],
      tells: words('报到事项已办结', 'All items are done'),
    },
    refuse: {
      name: words('不予接收', 'Refuse'),
      from: ['reported'],
      to: 'refused',
      by: ['county'],
      reason: true,
      tells: words('不属本地接收，应到的地方见告知', 'Not to be received here'),
    },
    giveUp: { name: words('撤回', 'Give up'), from: ['reported', 'wanting'], to: 'givenUp', by: ['applicant'] },
  },
  clocks: {
    accept: { name: words('接收', 'Reception'), days: 3, kind: 'working', owner: 'county', article: 'setting' },
    late: {
      name: words('自批准退役三十日内报到', 'To be reported within 30 days'),
      days: 30,
      kind: 'calendar',
      owner: 'county',
      article: '《退役军人安置条例》第五十一条',
      from: 'dischargedOn',
      isWindow: true,
    },
    finish: { name: words('办结九件事', 'All items'), days: 20, kind: 'working', owner: 'county', article: 'setting' },
  },
  letters: {
    register: {
      name: words('退役军人报到登记表', 'Register of reporting in'),
      paragraphs: [
        '姓名：{{name}}',
        '批准退役日期：{{dischargedOn}}',
        '报到日期：{{opened}}',
        '办理事项：{{items}}',
        '去向意愿：{{wish}}',
        '以上事项由{{unit}}一窗受理、一次办结。',
      ],
    },
  },
})
