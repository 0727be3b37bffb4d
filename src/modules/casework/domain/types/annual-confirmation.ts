import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { matterType } from '../matters/matter-type.ts'
import { words } from '../matters/words.ts'

const WAYS = [
  { code: 'face', name: words('当面', 'Face to face') },
  { code: 'home', name: words('上门', 'Home visit') },
  { code: 'video', name: words('视频', 'Video') },
] as const

/** The yearly confirmation of whoever draws a pension (年度确认). Overdue, it suspends nothing by itself: it tells benefits. */
export const annualConfirmation = matterType({
  code: 'annualConfirmation',
  version: 1,
  validFrom: '2024-10-01' as PlainDate,
  name: words('年度确认', 'Annual confirmation'),
  articles: ['《军人抚恤优待条例》第八条'],
  about: 'person',
  once: 'year',
  onMe: true,
  fields: [
    {
      code: 'way',
      name: words('怎么确认', 'How'),
      kind: 'choice',
      required: true,
      choices: WAYS,
    },
    { code: 'hasChanged', name: words('家庭、收入、户籍有变化', 'Something has changed'), kind: 'yesNo' },
    {
      code: 'change',
      name: words('什么变化', 'What changed'),
      kind: 'longText',
      required: true,
      when: { field: 'hasChanged', is: [true] },
    },
  ],
  documents: [],
  begins: { by: ['applicant', 'station', 'township', 'county'], state: 'due', starts: ['confirm'] },
  states: {
    due: { name: words('待见本人', 'To be seen'), waitsFor: 'station' },
    overdue: { name: words('逾期未见，已告知待遇经办', 'Overdue; benefits were told'), waitsFor: 'station' },
    toCheck: { name: words('变化待核', 'Change to be checked'), waitsFor: 'county' },
    confirmed: { name: words('已确认', 'Confirmed'), outcome: 'granted' },
    notConfirmed: { name: words('未能确认，已告知待遇经办', 'Not confirmed; benefits were told'), outcome: 'refused' },
  },
  steps: {
    confirm: {
      name: words('已见本人，确认', 'Seen and confirmed'),
      from: ['due', 'overdue'],
      to: 'confirmed',
      by: ['station', 'township'],
      when: { field: 'hasChanged', is: [true], not: true },
      fields: [
        { code: 'seenBy', name: words('见证人（上门、视频须两人）', 'Who saw the person'), kind: 'people', max: 2 },
        { code: 'way', name: words('实际怎么确认的', 'How, in fact'), kind: 'choice', choices: WAYS },
      ],
      stops: ['confirm', 'late'],
      facts: [{ kind: 'confirmation.done', field: 'way' }],
      tells: words('今年的确认已办好', 'This year’s confirmation is done'),
    },
    report: {
      name: words('有变化，报区县', 'Report a change'),
      from: ['due', 'overdue'],
      to: 'toCheck',
      by: ['station', 'township'],
      reason: true,
      stops: ['confirm', 'late'],
      starts: ['check'],
    },
    becomeOverdue: {
      name: words('到期未见本人', 'Nobody was seen in time'),
      from: ['due'],
      to: 'overdue',
      by: ['clock'],
      lapses: 'confirm',
      stops: ['confirm'],
      starts: ['late'],
      facts: [{ kind: 'confirmation.overdue' }],
      tells: words('今年的确认已到期，请尽快联系服务站；待遇不因此自动停发', 'Overdue: please come; nothing is stopped by this alone'),
    },
    settle: {
      name: words('核实，确认', 'Check and confirm'),
      from: ['toCheck'],
      to: 'confirmed',
      by: ['county'],
      reason: true,
      stops: ['check'],
      facts: [{ kind: 'confirmation.done', field: 'way' }],
    },
    back: {
      name: words('退回再核', 'Hand back'),
      from: ['toCheck'],
      to: 'due',
      by: ['county'],
      reason: true,
      isBack: true,
      stops: ['check'],
      starts: ['confirm'],
    },
    fail: {
      name: words('未能确认', 'Cannot be confirmed'),
      from: ['due', 'overdue', 'toCheck'],
      to: 'notConfirmed',
      by: ['station', 'township', 'county'],
      reason: true,
      stops: ['confirm', 'late', 'check'],
      facts: [{ kind: 'confirmation.failed' }],
      tells: words('未能确认，已告知待遇经办，有异议请联系服务站', 'Not confirmed; benefits were told'),
    },
  },
  clocks: {
    confirm: { name: words('确认', 'Confirmation'), days: 30, kind: 'calendar', owner: 'station', article: 'setting' },
    late: { name: words('逾期后补确认', 'Confirmation after the time'), days: 30, kind: 'calendar', owner: 'station', article: 'setting' },
    check: { name: words('核实变化', 'Check of a change'), days: 10, kind: 'working', owner: 'county', article: 'setting' },
  },
})
