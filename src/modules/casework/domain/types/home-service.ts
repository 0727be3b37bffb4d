import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

const BY_AGENT = { field: 'way', is: ['agent'] } as const
const AT_HOME = { field: 'way', is: ['home'] } as const

/** What an agent may do for somebody: each step of the agent names one of these. */
const ACTS = [
  { code: 'submit', name: words('代交材料、代填表', 'Hand in papers and forms') },
  { code: 'collect', name: words('代领证件、文书', 'Collect cards and papers') },
] as const

/** Service at home, or by an agent whose authority has a scope and a last day (上门服务、代办). */
export const homeService = matterType({
  code: 'homeService',
  version: 1,
  validFrom: '2021-01-01' as PlainDate,
  name: words('上门服务和代办', 'Home service and agency'),
  articles: ['《退役军人保障法》第六十六条'],
  about: 'person',
  onMe: true,
  authority: { scope: 'scope', until: 'authorityUntil' },
  fields: [
    {
      code: 'way',
      name: words('怎么办', 'How'),
      kind: 'choice',
      required: true,
      choices: [
        { code: 'home', name: words('请工作人员上门', 'At home') },
        { code: 'agent', name: words('委托别人代办', 'By an agent') },
      ],
    },
    { code: 'what', name: words('要办什么事', 'What is to be done'), kind: 'longText', required: true, min: 2 },
    {
      code: 'why',
      name: words('为什么不便到场', 'Why one cannot come'),
      kind: 'choice',
      required: true,
      when: AT_HOME,
      choices: [
        { code: 'kin', name: words('烈士、因公牺牲、病故军人遗属', 'A survivor') },
        { code: 'disabled', name: words('残疾、重病、卧床', 'Disabled, gravely ill, bedridden') },
        { code: 'aged', name: words('高龄', 'Of great age') },
        { code: 'other', name: words('其他不便', 'Another reason') },
      ],
    },
    { code: 'address', name: words('到哪里上门', 'Where to come'), kind: 'text', required: true, fromFile: 'address', when: AT_HOME },
    { code: 'wishedOn', name: words('希望哪天来', 'Day wished for'), kind: 'day', future: true, when: AT_HOME },
    { code: 'agent', name: words('委托谁', 'The agent'), kind: 'people', min: 1, max: 1, required: true, when: BY_AGENT },
    { code: 'agentPhone', name: words('受托人手机', 'The agent’s phone'), kind: 'phone', required: true, when: BY_AGENT },
    {
      code: 'scope',
      name: words('委托他办哪几样', 'What the agent may do'),
      kind: 'choices',
      required: true,
      choices: ACTS,
      when: BY_AGENT,
    },
    {
      code: 'authorityUntil',
      name: words('委托到哪天为止', 'Last day of the authority'),
      kind: 'day',
      required: true,
      future: true,
      when: BY_AGENT,
      hint: words('过了这一天，受托人就不能再代办', 'After this day the agent can do nothing more'),
    },
    { code: 'phone', name: words('联系手机', 'Phone'), kind: 'phone', required: true, fromFile: 'phone' },
  ],
  documents: [
    { code: 'authority', name: words('委托书', 'Letter of authority'), required: true, when: BY_AGENT },
    { code: 'agentCard', name: words('受托人身份证', 'The agent’s identity card'), required: true, when: BY_AGENT },
  ],
  begins: { by: ['applicant', 'station', 'township'], state: 'asked', starts: ['serve'] },
  states: {
    asked: { name: words('已登记', 'Registered'), waitsFor: 'station' },
    planned: { name: words('已约好上门', 'The visit is arranged'), waitsFor: 'station' },
    underWay: { name: words('代办中', 'The agent’s papers are under way'), waitsFor: 'station' },
    done: { name: words('已办好', 'Done'), outcome: 'granted' },
    declined: { name: words('不能办', 'Declined'), outcome: 'refused' },
    givenUp: { name: words('本人撤回', 'Given up'), outcome: 'withdrawn' },
  },
  steps: {
    plan: {
      name: words('约定上门', 'Arrange the visit'),
      from: ['asked', 'planned'],
      to: 'planned',
      by: ['station', 'township'],
      when: AT_HOME,
      fields: [{ code: 'visitOn', name: words('哪天上门', 'Day of the visit'), kind: 'day', required: true, future: true }],
      stops: ['serve', 'visit'],
      starts: ['visit'],
      tells: words('上门时间已约好', 'The visit is arranged'),
    },
    serveAtHome: {
      name: words('已上门办好', 'Done at home'),
      from: ['planned'],
      to: 'done',
      by: ['station', 'township'],
      fields: [
        { code: 'result', name: words('办成了什么', 'Result'), kind: 'text', required: true, min: 2 },
        { code: 'signedBy', name: words('谁签收', 'Signed by'), kind: 'people', required: true, min: 1, max: 1 },
      ],
      stops: ['visit'],
      facts: [{ kind: 'homeService.done', field: 'way' }],
      tells: words('上门的事已办好', 'It is done'),
    },
    take: {
      name: words('收下受托人的材料', 'Take the agent’s papers'),
      from: ['asked'],
      to: 'underWay',
      by: ['station', 'township'],
      when: BY_AGENT,
      underAuthority: 'submit',
      needsDocuments: true,
    },
    handOver: {
      name: words('办好，交受托人领走', 'Done, handed to the agent'),
      from: ['underWay'],
      to: 'done',
      by: ['station', 'township'],
      underAuthority: 'collect',
      fields: [{ code: 'result', name: words('办成了什么', 'Result'), kind: 'text', required: true, min: 2 }],
      stops: ['serve'],
      facts: [{ kind: 'homeService.done', field: 'way' }],
      tells: words('托办的事已办好，已交受托人', 'It is done and was handed to the agent'),
    },
    giveBack: {
      name: words('办好，交本人', 'Done, handed to the person'),
      from: ['underWay'],
      to: 'done',
      by: ['station', 'township'],
      fields: [{ code: 'result', name: words('办成了什么', 'Result'), kind: 'text', required: true, min: 2 }],
      stops: ['serve'],
      facts: [{ kind: 'homeService.done', field: 'way' }],
      tells: words('托办的事已办好，请本人来领', 'It is done'),
    },
    decline: {
      name: words('不能办', 'Decline'),
      from: ['asked', 'planned', 'underWay'],
      to: 'declined',
      by: ['station', 'township'],
      reason: true,
      tells: words('这件事不能这样办，理由见告知', 'It cannot be done in this way'),
    },
    giveUp: { name: words('撤回', 'Give up'), from: ['asked', 'planned', 'underWay'], to: 'givenUp', by: ['applicant'] },
  },
  clocks: {
    serve: { name: words('约定上门（代办）', 'Service'), days: 5, kind: 'working', owner: 'station', article: 'setting' },
    visit: { name: words('上门', 'The visit'), days: 1, kind: 'working', owner: 'station', article: 'setting', from: 'visitOn' },
  },
})
