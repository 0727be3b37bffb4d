import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

/** A call to the counselling line (心理热线): a log that only counsellors read. What is written is what the call needs, never a score of the caller. */
export const counselling = matterType({
  code: 'counselling',
  version: 1,
  validFrom: '2022-01-01' as PlainDate,
  name: words('心理热线', 'Counselling'),
  articles: ['setting'],
  about: 'anyone',
  readers: ['counsellor'],
  onMe: false,
  fields: [
    { code: 'topic', name: words('主要谈了什么', 'What it was about'), kind: 'longText', required: true, min: 2 },
    { code: 'minutes', name: words('通话几分钟', 'Minutes'), kind: 'number', required: true, min: 1, max: 600 },
    { code: 'callBack', name: words('要不要再联系', 'Call again'), kind: 'yesNo' },
  ],
  documents: [],
  begins: { by: ['counsellor'], state: 'logged', starts: ['followUp'] },
  states: {
    logged: { name: words('已记录', 'Logged'), waitsFor: 'counsellor' },
    closed: { name: words('已结束', 'Closed'), outcome: 'handled' },
    referred: { name: words('已转医疗机构', 'Referred to a doctor'), outcome: 'granted' },
  },
  steps: {
    close: {
      name: words('结束', 'Close'),
      from: ['logged'],
      to: 'closed',
      by: ['counsellor'],
      stops: ['followUp'],
      facts: [{ kind: 'call.closed' }],
    },
    callAgain: {
      name: words('已回访，继续', 'Called again'),
      from: ['logged'],
      to: 'logged',
      by: ['counsellor'],
      fields: [{ code: 'note', name: words('回访记录', 'Note'), kind: 'longText', required: true, min: 2 }],
      stops: ['followUp'],
      starts: ['followUp'],
    },
    refer: {
      name: words('转医疗机构', 'Refer to a doctor'),
      from: ['logged'],
      to: 'referred',
      by: ['counsellor'],
      reason: true,
      stops: ['followUp'],
      facts: [{ kind: 'call.referred' }],
    },
  },
  clocks: { followUp: { name: words('回访', 'Call back'), days: 7, kind: 'calendar', owner: 'counsellor', article: 'setting' } },
})
