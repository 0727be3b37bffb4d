import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

/** Something in the own file is wrong or missing (档案更正): asked by the person, checked and mended by the station (个人信息保护法 46). */
export const fileCorrection = matterType({
  code: 'fileCorrection',
  version: 1,
  validFrom: '2021-11-01' as PlainDate,
  name: words('档案更正', 'Correction of the file'),
  articles: ['《个人信息保护法》第四十六条'],
  about: 'person',
  once: 'open',
  onMe: true,
  fields: [
    {
      code: 'part',
      name: words('哪里不对', 'Which part'),
      kind: 'choice',
      required: true,
      choices: [
        { code: 'who', name: words('姓名、身份证号、户籍', 'Name, id number, household') },
        { code: 'contact', name: words('电话、住址、银行卡', 'Telephone, address, card') },
        { code: 'life', name: words('婚姻、文化、就业、居住', 'Family, education, work, living') },
        { code: 'service', name: words('当兵的经历', 'Military service') },
        { code: 'identities', name: words('优抚身份', 'Entitled identities') },
        { code: 'kin', name: words('家里的人', 'Household and kin') },
      ],
    },
    { code: 'wrong', name: words('应当是什么', 'What it should be'), kind: 'longText', required: true, min: 2, max: 500 },
  ],
  documents: [
    { code: 'proof', name: words('证明材料', 'Proof'), required: false, hint: words('有就拍，没有到站里再看', 'If you have it at hand') },
  ],
  begins: { by: ['applicant', 'station', 'township'], state: 'asked', starts: ['mend'] },
  states: {
    asked: { name: words('待核对', 'To be checked'), waitsFor: 'station' },
    wanting: { name: words('待本人补充', 'More is asked of the person'), waitsFor: 'applicant' },
    mended: { name: words('已更正', 'Mended'), outcome: 'granted' },
    right: { name: words('核对无误，未改', 'Found right as it is'), outcome: 'refused' },
    givenUp: { name: words('本人撤回', 'Given up'), outcome: 'withdrawn' },
  },
  steps: {
    mend: {
      name: words('已改好', 'Mended'),
      from: ['asked'],
      to: 'mended',
      by: ['station', 'township'],
      stops: ['mend'],
      tells: words('档案已改好，请看一看', 'Your file has been mended; please look at it'),
    },
    ask: {
      name: words('请本人补充', 'Ask for more'),
      from: ['asked'],
      to: 'wanting',
      by: ['station', 'township'],
      reason: true,
      isBack: true,
      pauses: ['mend'],
      tells: words('还要您补充说明', 'A word more is needed'),
    },
    supply: {
      name: words('补充', 'Supply'),
      from: ['wanting'],
      to: 'asked',
      by: ['applicant', 'station'],
      fields: [{ code: 'more', name: words('补充说明', 'More words'), kind: 'longText', required: true, min: 2, max: 500 }],
      resumes: ['mend'],
    },
    keep: {
      name: words('核对无误，不改', 'Leave as it is'),
      from: ['asked'],
      to: 'right',
      by: ['station', 'township'],
      reason: true,
      stops: ['mend'],
      tells: words('核对过，原来的没有错', 'Checked: it is right as it stands'),
    },
    giveUp: { name: words('不改了', 'Give up'), from: ['asked', 'wanting'], to: 'givenUp', by: ['applicant'] },
  },
  clocks: {
    mend: { name: words('核对更正', 'Checking and mending'), days: 15, kind: 'working', owner: 'station', article: 'setting' },
  },
})
