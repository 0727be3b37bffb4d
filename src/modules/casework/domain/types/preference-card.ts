import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'
import { KINDS } from './preference-card/choices.ts'
import { getting } from './preference-card/getting.ts'
import { keeping } from './preference-card/keeping.ts'

/**
 * The photo of the card (C5). A kilobyte is 1,000 bytes at the lower end and 1,024 at the upper: the source does not say which,
 * and nobody is sent away for the difference.
 */
const PHOTO = { width: 352, height: 440, dpi: 300, leastBytes: 20_000, mostBytes: 50 * 1_024 } as const

/** Apply, receive, lose and replace the preference card (优待证): one matter as long as the card lives. */
export const preferenceCard = matterType({
  code: 'preferenceCard',
  version: 1,
  validFrom: '2022-01-01' as PlainDate,
  name: words('优待证', 'Preference card'),
  articles: ['《退役军人保障法》第十五条', '《退役军人、其他优抚对象优待证管理办法（试行）》'],
  about: 'person',
  once: 'open',
  onMe: true,
  fields: [
    {
      code: 'kind',
      name: words('申请哪一种证', 'Which card'),
      kind: 'choice',
      required: true,
      hint: words('两种身份都有的，只能选一种，另一种身份写入芯片', 'With both grounds choose one; the other goes on the chip'),
      choices: KINDS,
    },
    { code: 'phone', name: words('制证通知发到哪个手机', 'Phone for notices'), kind: 'phone', required: true, fromFile: 'phone' },
    { code: 'bank', name: words('选哪家合作银行', 'Partner bank'), kind: 'text', max: 40 },
    {
      code: 'homeService',
      name: words('需要上门办理', 'Needs a home visit'),
      kind: 'yesNo',
      hint: words('八十岁以上、重病、卧床的，工作人员上门', 'From 80 years, gravely ill or bedridden'),
    },
  ],
  documents: [
    {
      code: 'photo',
      name: words('白底证件照（不着制式服装）', 'Photo on white ground, no uniform'),
      required: true,
      hint: words(
        '352×440 像素，300 dpi，JPG，20–50 KB；拍好后可以在这里剪裁',
        '352×440 pixels, 300 dpi, JPG, 20–50 KB; it can be cut to size here',
      ),
      photo: PHOTO,
    },
    { code: 'discharge', name: words('退役证件', 'Discharge papers'), required: true, when: { field: 'kind', is: ['veteran'] } },
    {
      code: 'kinProof',
      name: words('烈士证明书等身份证明', 'Proof of the ground'),
      required: true,
      when: { field: 'kind', is: ['beneficiary'] },
    },
    { code: 'guardian', name: words('监护或委托证明（代办时）', 'Proof of guardianship or authority'), required: false },
  ],
  begins: { by: ['applicant', 'station', 'township'], state: 'submitted', starts: ['accept'] },
  states: {
    submitted: { name: words('已提交', 'Submitted'), waitsFor: 'township' },
    wanting: { name: words('待补材料', 'Papers wanting'), waitsFor: 'applicant' },
    townshipAccepted: { name: words('乡镇（街道）已受理', 'Accepted by the township'), waitsFor: 'county' },
    countyReviewed: { name: words('区县已审核', 'Reviewed by the county'), waitsFor: 'city' },
    cityReviewed: { name: words('市级已复核', 'Reviewed by the city'), waitsFor: 'province' },
    provinceFiled: { name: words('省级已备案', 'Filed by the province'), waitsFor: 'province' },
    inProduction: { name: words('制证中', 'In production'), waitsFor: 'county' },
    atCounty: { name: words('证已到区县', 'At the county'), waitsFor: 'township' },
    issued: { name: words('已发证', 'Issued'), outcome: 'granted', rests: true },
    tempLost: { name: words('口头挂失', 'Loss reported for the time being'), waitsFor: 'applicant' },
    formallyLost: { name: words('正式挂失', 'Loss reported formally'), waitsFor: 'township' },
    replacing: { name: words('申请换证', 'Replacement asked for'), waitsFor: 'township' },
    replaced: { name: words('已换发他证', 'Replaced by another'), outcome: 'handled' },
    withdrawn: { name: words('已收回', 'Withdrawn'), outcome: 'handled' },
    givenUp: { name: words('本人撤回', 'Given up'), outcome: 'withdrawn' },
    refused: { name: words('不予发放', 'Refused'), outcome: 'refused' },
  },
  steps: { ...getting, ...keeping },
  clocks: {
    accept: { name: words('受理', 'Acceptance'), days: 5, kind: 'working', owner: 'township', article: 'setting' },
    review: { name: words('逐级审核', 'Review up the tree'), days: 20, kind: 'working', owner: 'province', article: 'setting' },
    make: { name: words('制证', 'Production'), days: 40, kind: 'working', owner: 'county', article: 'setting' },
    handOut: { name: words('发放', 'Handing out'), days: 10, kind: 'working', owner: 'township', article: 'setting' },
    tempLoss: {
      name: words('口头挂失有效期', 'Report of loss'),
      days: 15,
      daysFrom: 'lossDays',
      kind: 'calendar',
      isWindow: true,
      owner: 'applicant',
      article: 'setting',
    },
  },
  letters: {
    refusal: {
      name: words('告知书', 'Letter of reasons'),
      paragraphs: [
        '{{name}}：',
        '你申请的{{type}}，经审核不予发放（收回）。理由：{{reason}}。',
        '有异议的，可在六十日内向上一级退役军人事务部门申请复议。',
      ],
    },
  },
})
