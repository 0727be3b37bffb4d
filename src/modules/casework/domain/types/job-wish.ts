import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

/** What somebody would like to do for a living (就业创业意愿): asked once a year, passed on, answered. */
export const jobWish = matterType({
  code: 'jobWish',
  version: 1,
  validFrom: '2021-01-01' as PlainDate,
  name: words('就业创业意愿', 'Work wishes'),
  articles: ['《退役军人保障法》第三十七条'],
  about: 'person',
  once: 'year',
  onMe: true,
  fields: [
    {
      code: 'wish',
      name: words('想做什么', 'The wish'),
      kind: 'choice',
      required: true,
      choices: [
        { code: 'job', name: words('找工作', 'A job') },
        { code: 'training', name: words('参加培训', 'A course') },
        { code: 'business', name: words('创业', 'A business') },
        { code: 'none', name: words('暂时不用', 'Nothing now') },
      ],
    },
    {
      code: 'trade',
      name: words('什么行业、工种', 'Which trade'),
      kind: 'text',
      max: 60,
      when: { field: 'wish', is: ['job', 'training'] },
    },
    { code: 'pay', name: words('希望月收入', 'Pay wished for'), kind: 'money', when: { field: 'wish', is: ['job'] } },
    { code: 'phone', name: words('联系手机', 'Phone'), kind: 'phone', required: true, fromFile: 'phone' },
  ],
  documents: [],
  begins: { by: ['applicant', 'station', 'township'], state: 'told', starts: ['follow'] },
  states: {
    told: { name: words('已登记', 'Told'), waitsFor: 'township' },
    atCounty: { name: words('区县对接中', 'With the county'), waitsFor: 'county' },
    served: { name: words('已对接', 'Served'), outcome: 'granted' },
    noted: { name: words('已记下，暂不需要', 'Noted'), outcome: 'handled' },
    givenUp: { name: words('本人撤回', 'Given up'), outcome: 'withdrawn' },
  },
  steps: {
    passOn: {
      name: words('转区县对接', 'Pass on to the county'),
      from: ['told'],
      to: 'atCounty',
      by: ['township'],
      when: { field: 'wish', is: ['none'], not: true },
    },
    note: { name: words('记下', 'Note'), from: ['told'], to: 'noted', by: ['township', 'station'], stops: ['follow'] },
    serve: {
      name: words('已推荐岗位、课程或项目', 'Offered something'),
      from: ['told', 'atCounty'],
      to: 'served',
      by: ['township', 'county'],
      reason: true,
      stops: ['follow'],
      facts: [{ kind: 'wish.served', field: 'wish' }],
      tells: words('已为你对接，请留意来电', 'Something was found; expect a call'),
    },
    giveUp: { name: words('撤回', 'Give up'), from: ['told', 'atCounty'], to: 'givenUp', by: ['applicant'] },
  },
  clocks: { follow: { name: words('对接', 'Follow-up'), days: 15, kind: 'working', owner: 'township', article: 'setting' } },
})
