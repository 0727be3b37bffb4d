import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { CLAUSES } from '../eligibility/clauses.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

/** The clauses that Guidui knows, as they are cited; one it does not know is written out. */
const CLAUSE_CHOICES = [
  ...CLAUSES.filter(({ isUnverified }) => !isUnverified).map(({ code, law, article, says }) => ({
    code,
    name: words(`${law}${article}：${says}`, `${law}${article}`),
  })),
  { code: 'other', name: words('其他（写明）', 'Another, written out') },
]

/** A question about policy (政策咨询), answered with the clause it rests on, at once or by whoever knows. */
export const policyEnquiry = matterType({
  code: 'policyEnquiry',
  version: 1,
  validFrom: '2021-01-01' as PlainDate,
  name: words('政策咨询', 'Policy enquiry'),
  articles: ['《退役军人保障法》第六十六条'],
  about: 'anyone',
  onMe: true,
  fields: [{ code: 'question', name: words('想问什么', 'The question'), kind: 'longText', required: true, min: 2, max: 1000 }],
  documents: [],
  begins: { by: ['applicant', 'station', 'township', 'county'], state: 'asked', starts: ['answer'] },
  states: {
    asked: { name: words('待答复', 'To be answered'), waitsFor: 'station' },
    atTownship: { name: words('请街道答复', 'Asked of the township'), waitsFor: 'township' },
    atCounty: { name: words('请区县答复', 'Asked of the county'), waitsFor: 'county' },
    answered: { name: words('已答复', 'Answered'), outcome: 'handled' },
    givenUp: { name: words('不问了', 'Given up'), outcome: 'withdrawn' },
  },
  steps: {
    answer: {
      name: words('答复', 'Answer'),
      from: ['asked', 'atTownship', 'atCounty'],
      to: 'answered',
      by: ['station', 'township', 'county'],
      fields: [
        { code: 'answer', name: words('答复', 'Answer'), kind: 'longText', required: true, min: 2 },
        { code: 'clauses', name: words('依据哪一条', 'By which clauses'), kind: 'choices', required: true, choices: CLAUSE_CHOICES },
        {
          code: 'otherClause',
          name: words('别的依据：哪部法规、哪一条', 'Another law and article'),
          kind: 'text',
          required: true,
          min: 4,
          max: 120,
          when: { field: 'clauses', is: ['other'] },
        },
      ],
      stops: ['answer'],
      prints: ['answer'],
      facts: [{ kind: 'enquiry.answered' }],
      tells: words('你的咨询已答复', 'Your question has been answered'),
    },
    askTownship: {
      name: words('请街道答复', 'Ask the township'),
      from: ['asked'],
      to: 'atTownship',
      by: ['station'],
      tells: words('已请街道答复', 'The township has been asked'),
    },
    askCounty: {
      name: words('请区县答复', 'Ask the county'),
      from: ['asked', 'atTownship'],
      to: 'atCounty',
      by: ['station', 'township'],
      tells: words('已请区县答复', 'The county has been asked'),
    },
    giveUp: { name: words('不问了', 'Give up'), from: ['asked', 'atTownship', 'atCounty'], to: 'givenUp', by: ['applicant'] },
  },
  clocks: { answer: { name: words('答复', 'Answer'), days: 5, kind: 'working', owner: 'station', article: 'setting' } },
  letters: {
    answer: {
      name: words('政策咨询答复', 'Answer to an enquiry'),
      paragraphs: ['{{name}}：', '你问：{{question}}', '答复：{{answer}}', '依据：{{clauses}}　{{otherClause}}'],
    },
  },
})
