import { addDays } from '../../../src/kernel/plain-date.ts'
import { personOf } from '../search/people.ts'

export const TITLES = [
  ...['姓名', '性别', '身份证号码', '出生日期', '联系电话', '服务站', '户籍地', '详细地址'],
  ...['人员类别', '入伍时间', '退役时间', '文化程度'],
]

/** A station, and how people write where it is. */
export interface Station {
  readonly code: string
  readonly written: string
}

/** The stations of a county; a roster has its counties one under the other, as they handed theirs in. */
export type County = readonly Station[]

export interface PlannedRow {
  readonly cells: readonly string[]
  readonly result: '新建档' | '已补充' | '无变化' | '未导入'
  /** The title with which the first reason of a wrong row begins. */
  readonly column?: string
}

const CLASSES = ['退役士兵', '参战退役军人', '带病回乡退役军人', '退役士兵、参试退役军人', '']
const EDUCATIONS = ['初中', '高中', '小学', '大专', '本科', '中专', '']

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

interface Row {
  readonly name: string
  readonly sex: string
  readonly id: string
  readonly born: string
  readonly phone: string
  readonly unit: string
  readonly household: string
  readonly address: string
  readonly classes: string
  readonly enlisted: string
  readonly discharged: string
  readonly education: string
}

function rightRow(at: number, { counties, rows }: { counties: readonly County[]; rows: number }): Row {
  const { name, sex, citizenId, bornOn, phone } = personOf(at)
  const county = counties[Math.min(counties.length - 1, Math.floor((at * counties.length) / rows))] ?? []
  const station = pick(county, at * 7_919)
  const enlistedOn = addDays(bornOn, 18 * 366 + (at % 300))
  return {
    ...{ name, phone, sex: sex === 'male' ? '男' : '女', id: citizenId, born: bornOn },
    ...{
      unit: station.code,
      household: at % 4 === 0 ? station.code : station.written,
      address: `人民路${(at % 180) + 1}号${(at % 9) + 1}-${at % 7}`,
    },
    ...{ classes: pick(CLASSES, at), education: pick(EDUCATIONS, at) },
    ...{ enlisted: enlistedOn, discharged: addDays(enlistedOn, 730 + (at % 1_800)) },
  }
}

/** Six rows of two hundred are wrong, each in its own way. */
const WRONGS: ReadonlyMap<number, { column: string; spoil: (row: Row) => Partial<Row> }> = new Map([
  [11, { column: '身份证号', spoil: ({ id }: Row) => ({ id: id.slice(0, -1) + (id.endsWith('3') ? '4' : '3') }) }],
  [44, { column: '身份证号', spoil: ({ id }: Row) => ({ id: id.slice(0, -2) }) }],
  [77, { column: '性别', spoil: ({ sex }: Row) => ({ sex: sex === '男' ? '女' : '男' }) }],
  [99, { column: '退役日期', spoil: () => ({ discharged: '2091-12-01' }) }],
  [123, { column: '户籍地', spoil: () => ({ household: '蓬莱路社区' }) }],
  [188, { column: '人员类别', spoil: () => ({ classes: '老同志' }) }],
])

/** One of two hundred repeats an earlier row, one of a thousand adds to it. */
const isRepeat = (at: number): boolean => at % 200 === 150
const isAddition = (at: number): boolean => at % 1_000 === 990

const cellsOf = (row: Row): string[] => [
  ...[row.name, row.sex, row.id, row.born, row.phone, row.unit, row.household, row.address],
  ...[row.classes, row.enlisted, row.discharged, row.education],
]

/** The row with that number (from 0) of a roster, and what is to become of it. */
export function rowOf(at: number, roster: { counties: readonly County[]; rows: number }): PlannedRow {
  if (isRepeat(at)) return { cells: cellsOf(rightRow(at - 20, roster)), result: '无变化' }
  if (isAddition(at)) return { cells: cellsOf({ ...rightRow(at - 20, roster), education: '研究生' }), result: '已补充' }
  const right = rightRow(at, roster)
  const wrong = WRONGS.get(at % 200)
  return wrong
    ? { cells: cellsOf({ ...right, ...wrong.spoil(right) }), result: '未导入', column: wrong.column }
    : { cells: cellsOf(right), result: '新建档' }
}
