import type { Field } from '../../matters/matter-type.ts'
import { words } from '../../matters/words.ts'

/** What it is about: the first answer by which the same matter is known again. */
const SUBJECTS = [
  { code: 'placement', name: words('安置', 'Placement') },
  { code: 'pension', name: words('抚恤优待', 'Pensions and preferences') },
  { code: 'insurance', name: words('社会保险、工龄', 'Insurance and years of work') },
  { code: 'employment', name: words('就业创业', 'Work and business') },
  { code: 'hardship', name: words('生活困难', 'Hardship') },
  { code: 'identity', name: words('身份、伤残认定', 'Identity and disability') },
  { code: 'honour', name: words('荣誉、优待证、光荣牌', 'Honours') },
  { code: 'other', name: words('其他', 'Other') },
] as const

/** What is asked of whoever petitions; of several people, their representatives. */
export const asking: readonly Field[] = [
  {
    code: 'kind',
    name: words('哪一类', 'Kind'),
    kind: 'choice',
    required: true,
    choices: [
      { code: 'claim', name: words('申诉求决', 'Claim') },
      { code: 'suggestion', name: words('建议意见', 'Suggestion') },
      { code: 'report', name: words('检举控告', 'Report') },
    ],
  },
  { code: 'subject', name: words('关于什么', 'About what'), kind: 'choice', required: true, choices: SUBJECTS },
  { code: 'title', name: words('一句话说清诉求', 'The request in a sentence'), kind: 'text', required: true, min: 4, max: 60 },
  { code: 'text', name: words('诉求和经过', 'Request and history'), kind: 'longText', required: true, min: 4 },
  { code: 'isCollective', name: words('多人反映同一事项', 'Several people'), kind: 'yesNo' },
  {
    code: 'representatives',
    name: words('代表（不超过五人）', 'Representatives, five at most'),
    kind: 'people',
    min: 1,
    max: 5,
    required: true,
    when: { field: 'isCollective', is: [true] },
    hint: words('《信访工作条例》第二十条', 'Regulations on Petitions, art. 20'),
  },
]
