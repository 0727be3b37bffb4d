import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

/** Service at home, or by an agent whose authority has a scope and an end (上门服务、代办). */
export const homeService = matterType({
  code: 'homeService',
  version: 1,
  validFrom: '2021-01-01' as PlainDate,
  name: words('上门服务和代办', 'Home service and agency'),
  articles: ['《退役军人保障法》第六十六条'],
  about: 'person',
  onMe: true,
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
      code: 'agent',
      name: words('委托谁', 'The agent'),
      kind: 'people',
      min: 1,
      max: 1,
      required: true,
      when: { field: 'way', is: ['agent'] },
    },
    {
      code: 'authorityFrom',
      name: words('委托从哪天起', 'Authority from'),
      kind: 'day',
      required: true,
      when: { field: 'way', is: ['agent'] },
    },
    { code: 'phone', name: words('联系手机', 'Phone'), kind: 'phone', required: true, fromFile: 'phone' },
  ],
  documents: [{ code: 'authority', name: words('委托书', 'Letter of authority'), required: true, when: { field: 'way', is: ['agent'] } }],
  begins: { by: ['applicant', 'station', 'township'], state: 'asked', starts: ['serve', 'authority'] },
  states: {
    asked: { name: words('已登记', 'Registered'), waitsFor: 'station' },
    underWay: { name: words('办理中', 'Under way'), waitsFor: 'station' },
    done: { name: words('已办好', 'Done'), outcome: 'granted' },
    declined: { name: words('不能办', 'Declined'), outcome: 'refused' },
    givenUp: { name: words('本人撤回', 'Given up'), outcome: 'withdrawn' },
  },
  steps: {
    take: {
      name: words('接手', 'Take on'),
      from: ['asked'],
      to: 'underWay',
      by: ['station', 'township'],
      within: 'authority',
      needsDocuments: true,
    },
    done: {
      name: words('已办好', 'Done'),
      from: ['underWay'],
      to: 'done',
      by: ['station', 'township'],
      within: 'authority',
      fields: [{ code: 'result', name: words('办成了什么', 'Result'), kind: 'text', required: true, min: 2 }],
      stops: ['serve', 'authority'],
      facts: [{ kind: 'homeService.done', field: 'way' }],
      tells: words('托办的事已办好', 'It is done'),
    },
    decline: {
      name: words('不能办', 'Decline'),
      from: ['asked', 'underWay'],
      to: 'declined',
      by: ['station', 'township'],
      reason: true,
      tells: words('这件事不能这样办，理由见告知', 'It cannot be done in this way'),
    },
    giveUp: { name: words('撤回', 'Give up'), from: ['asked', 'underWay'], to: 'givenUp', by: ['applicant'] },
  },
  clocks: {
    serve: { name: words('上门（代办）', 'Service'), days: 5, kind: 'working', owner: 'station', article: 'setting' },
    authority: {
      name: words('委托有效期', 'Authority'),
      days: 180,
      kind: 'calendar',
      owner: 'station',
      article: 'setting',
      from: 'authorityFrom',
      isWindow: true,
    },
  },
})
