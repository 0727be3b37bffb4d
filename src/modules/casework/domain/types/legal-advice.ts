import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

/** Advice by the duty lawyer (法律咨询). What is said stays between the two: answers and notes are the adviser's alone. */
export const legalAdvice = matterType({
  code: 'legalAdvice',
  version: 1,
  validFrom: '2022-01-01' as PlainDate,
  name: words('法律咨询', 'Legal advice'),
  articles: ['《退役军人保障法》第六十六条', '《法律援助法》第三十二条（英烈权益不受经济状况限制）'],
  about: 'person',
  readers: ['adviser'],
  onMe: true,
  fields: [
    { code: 'question', name: words('遇到什么事', 'The matter'), kind: 'longText', required: true, min: 2 },
    { code: 'isHonour', name: words('事关英雄烈士的名誉', 'About a martyr’s honour'), kind: 'yesNo' },
    {
      code: 'comeOn',
      name: words('约哪一次值班', 'Which duty'),
      kind: 'day',
      future: true,
      onRoster: true,
      hint: words('按值班表，最近的一次排在最前', 'By the roster, the next first'),
    },
    { code: 'phone', name: words('联系手机', 'Phone'), kind: 'phone', required: true, fromFile: 'phone' },
  ],
  documents: [],
  begins: { by: ['applicant', 'station', 'township', 'county'], state: 'waiting', starts: ['advise'] },
  states: {
    waiting: { name: words('等值班律师', 'Waiting for the lawyer'), waitsFor: 'adviser' },
    advised: { name: words('已解答', 'Advised'), outcome: 'handled' },
    referred: { name: words('已转法律援助', 'Referred to legal aid'), outcome: 'granted' },
    givenUp: { name: words('不问了', 'Given up'), outcome: 'withdrawn' },
  },
  steps: {
    advise: {
      name: words('解答', 'Advise'),
      from: ['waiting'],
      to: 'advised',
      by: ['adviser'],
      fields: [
        { code: 'note', name: words('咨询笔记（只有律师能看）', 'Note, for the lawyer alone'), kind: 'longText', required: true, min: 2 },
        { code: 'minutes', name: words('用时（分钟）', 'Minutes'), kind: 'number', min: 1, max: 600 },
      ],
      stops: ['advise'],
      facts: [{ kind: 'advice.given' }],
    },
    refer: {
      name: words('转法律援助', 'Refer to legal aid'),
      from: ['waiting'],
      to: 'referred',
      by: ['adviser'],
      reason: true,
      stops: ['advise'],
      prints: ['referral'],
      facts: [{ kind: 'advice.referred' }],
    },
    giveUp: { name: words('不问了', 'Give up'), from: ['waiting'], to: 'givenUp', by: ['applicant'] },
  },
  clocks: {
    advise: { name: words('值班律师解答', 'Advice'), days: 5, kind: 'working', owner: 'adviser', article: 'setting', from: 'comeOn' },
  },
  letters: {
    referral: {
      name: words('法律援助转介函', 'Referral to legal aid'),
      paragraphs: ['法律援助机构：', '兹有{{name}}，因需法律援助，转请贵处办理。'],
    },
  },
})
