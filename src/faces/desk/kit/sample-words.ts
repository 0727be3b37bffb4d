import type { Ranked } from '../../../ui/parts/Ranking.tsx'
import type { StateStep } from '../../../ui/parts/StateLine.tsx'
import type { Figure } from '../../../ui/parts/Strip.tsx'
import type { TimelineItem } from '../../../ui/parts/Timeline.tsx'
import type { TrendLine } from '../../../ui/parts/trend-option.ts'
import { sampleFigures } from './sample-figures.ts'

/** Words and numbers of the kit page. All made up. */
export const sampleStrip: readonly Figure[] = [
  { key: 'units', label: '服务中心（站）', value: '443', unit: '处', note: '区 1 · 镇街 30 · 村社区 412' },
  { key: 'people', label: '服务对象', value: '41,755', unit: '人', note: '较上月 +86' },
  { key: 'visits', label: '本季走访', value: '33,640', unit: '人', note: '覆盖 80.6%，目标 80%', onOpen: () => undefined },
  { key: 'matters', label: '在办事项', value: '612', unit: '件', note: '7 日内到期 74 件' },
  { key: 'late', label: '逾期', value: '9', unit: '件', note: '较上周 −3', tone: 'red' },
  { key: 'yearly', label: '年度确认', value: '92.4', unit: '%', note: '还差 318 人 · 6 月 30 日止' },
]

export const sampleRanking: readonly Ranked[] = sampleFigures.map(({ code, name, value = 0 }, at) => {
  const denominator = 560 + at * 41
  return { code, name, numerator: Math.round((denominator * value) / 100), denominator }
})

export const samplePeriods = ['4/1', '4/8', '4/15', '4/22', '4/29', '5/6', '5/13', '5/20', '5/27', '6/3', '6/10', '6/17', '6/24', '6/30']

export const sampleLines: readonly TrendLine[] = [
  { name: '去年', as: 'before', values: [0, 6, 13, 21, 28, 32, 39, 46, 53, 60, 67, 72, 77, 81.6] },
  { name: '今年', as: 'now', values: [0, 9, 17.5, 27, 34, 38, 47.5, 55.2, 63, 70.4, 80.6] },
]

export const sampleTarget = { value: 80, name: '目标' }

export const sampleStates: readonly StateStep[] = [
  { key: 'a', name: '登记', when: '4 月 18 日', state: 'done' },
  { key: 'b', name: '转送', when: '4 月 19 日', state: 'done' },
  { key: 'c', name: '受理', when: '4 月 22 日', state: 'done' },
  { key: 'd', name: '办理', when: '第 49 天', state: 'now' },
  { key: 'e', name: '答复', when: '6 月 21 日前', state: 'next' },
  { key: 'f', name: '复查', when: '答复后 30 日内可提', state: 'next' },
]

export const sampleTimeline: readonly TimelineItem[] = [
  { key: '1', when: '剩 9 天', title: '伤残等级调整', words: '在本社区：转交原始病历复印件', tone: 'amber' },
  { key: '2', when: '6 月 3 日', title: '电话', words: '问能不能重新评残，约好上门 · 陈晓琴' },
  { key: '3', when: '5 月 12 日', title: '年度确认', words: '本人手机刷脸通过 · 本人', tone: 'green' },
  { key: '4', when: '2024-12-16', title: '旧伤复发门诊', words: '申请门诊补助，已办结 · 区局优抚科', tone: 'green' },
]

export const sampleItems = [
  { left: -2, title: '信访事项告知', who: '邓*荣', next: '书面告知应在 15 日内送到本人', rule: '《信访工作条例》第 23 条' },
  { left: 0, title: '困难帮扶申请', who: '冉*兵', next: '入户核实，签意见后上报街道', rule: '区帮扶工作规范：社区核实 5 个工作日' },
  { left: 2, title: '优待证换领', who: '何*明', next: '补一张白底证件照', rule: '区优待证办理时限：社区初核 3 个工作日' },
  { left: 9, title: '伤残等级调整', who: '周*国', next: '转交原始病历复印件 2 份', rule: '《军人抚恤优待条例》第 29 条：距上次评定满一年' },
] as const

export const sampleMeters = [
  { name: '走访', done: 38, all: 52, unit: '户', due: 17 },
  { name: '年度确认', done: 61, all: 74, unit: '人', due: 58 },
  { name: '信息核对', done: 112, all: 168, unit: '人', due: 56 },
] as const
