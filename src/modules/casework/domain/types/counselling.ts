import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

const NOTE = { code: 'note', name: words('记录', 'Note'), kind: 'longText', required: true, min: 2 } as const

/**
 * A call to the counselling line (心理热线): a log that only counsellors and their supervisor read. What is written is what
 * the call needs; the one mark it carries, danger, calls the supervisor and is no score of the caller.
 */
export const counselling = matterType({
  code: 'counselling',
  version: 1,
  validFrom: '2022-01-01' as PlainDate,
  name: words('心理热线', 'Counselling'),
  articles: ['setting'],
  about: 'anyone',
  readers: ['counsellor', 'supervisor'],
  onMe: false,
  fields: [
    { code: 'topic', name: words('主要谈了什么', 'What it was about'), kind: 'longText', required: true, min: 2 },
    { code: 'minutes', name: words('通话几分钟', 'Minutes'), kind: 'number', required: true, min: 1, max: 600 },
    {
      code: 'danger',
      name: words('有没有伤害自己或他人的危险', 'Danger to the caller or others'),
      kind: 'choice',
      required: true,
      hint: words('有紧急危险的，先按预案联系急救和亲属，再记录', 'In immediate danger call help first, then write'),
      choices: [
        { code: 'none', name: words('没有发现', 'None seen') },
        { code: 'some', name: words('有，需要督导一起研判', 'Some: the supervisor is to look at it') },
        { code: 'immediate', name: words('紧急，已按预案处置', 'Immediate: help has been called') },
      ],
    },
    { code: 'callBack', name: words('来电人愿意再联系', 'The caller agrees to be called again'), kind: 'yesNo' },
  ],
  documents: [],
  begins: { by: ['counsellor'], state: 'logged', starts: ['followUp'] },
  states: {
    logged: { name: words('已记录', 'Logged'), waitsFor: 'counsellor' },
    withSupervisor: { name: words('督导研判中', 'With the supervisor'), waitsFor: 'supervisor' },
    closed: { name: words('已结束', 'Closed'), outcome: 'handled' },
    referred: { name: words('已转医疗机构', 'Referred to a doctor'), outcome: 'granted' },
  },
  steps: {
    close: {
      name: words('结束', 'Close'),
      from: ['logged'],
      to: 'closed',
      by: ['counsellor'],
      when: { field: 'danger', is: ['none'] },
      stops: ['followUp'],
      facts: [{ kind: 'call.closed' }],
    },
    callAgain: {
      name: words('已回访，继续', 'Called again'),
      from: ['logged'],
      to: 'logged',
      by: ['counsellor'],
      fields: [NOTE],
      stops: ['followUp'],
      starts: ['followUp'],
    },
    consult: {
      name: words('请督导研判', 'Ask the supervisor'),
      from: ['logged'],
      to: 'withSupervisor',
      by: ['counsellor'],
      reason: true,
      stops: ['followUp'],
      starts: ['supervise'],
    },
    advise: {
      name: words('提出研判意见', 'Advise'),
      from: ['withSupervisor'],
      to: 'logged',
      by: ['supervisor'],
      notBy: ['begin'],
      reason: true,
      stops: ['supervise'],
      starts: ['followUp'],
      facts: [{ kind: 'call.supervised' }],
    },
    release: {
      name: words('危险已排除，结束', 'The danger is over: close'),
      from: ['withSupervisor'],
      to: 'closed',
      by: ['supervisor'],
      notBy: ['begin'],
      reason: true,
      stops: ['supervise'],
      facts: [{ kind: 'call.closed' }],
    },
    refer: {
      name: words('转医疗机构', 'Refer to a doctor'),
      from: ['logged', 'withSupervisor'],
      to: 'referred',
      by: ['counsellor', 'supervisor'],
      reason: true,
      stops: ['followUp', 'supervise'],
      facts: [{ kind: 'call.referred' }],
    },
  },
  clocks: {
    followUp: { name: words('回访', 'Call back'), days: 7, kind: 'calendar', owner: 'counsellor', article: 'setting' },
    supervise: { name: words('督导研判', 'Supervision'), days: 1, kind: 'calendar', owner: 'supervisor', article: 'setting' },
  },
})
