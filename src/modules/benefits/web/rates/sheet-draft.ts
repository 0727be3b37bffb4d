import { plainFen } from '../../../../kernel/fen.ts'
import type { RateEntry, RateRow } from '../../contract.ts'

export type Family = 'DIS' | 'KIN' | 'OTHER'

const familyOf = ({ classCode }: RateRow): Family => (classCode === 'DIS' ? 'DIS' : classCode.startsWith('KIN-') ? 'KIN' : 'OTHER')

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const CAUSES = { war: '因战', duty: '因公', illness: '因病' } as const
const UNITS = { year: '元/年', month: '元/月', serviceYear: '元/年', serviceMonth: '元/月' } as const
const NAMES: Readonly<Record<string, string>> = { 'KIN-M': '烈士遗属', 'KIN-D': '因公牺牲军人遗属', 'KIN-I': '病故军人遗属' }

const bare = (fen: string): string => plainFen(BigInt(fen)).replace(/\.00$/, '')

/** What holds now of a family, as a sheet to write in: the same columns that a file brings. */
export function draftSheet(entries: readonly RateEntry[], family: Family): string {
  const latest = new Map<string, RateRow>()
  for (const { knownOn, notice } of entries) {
    if (knownOn === null) continue
    for (const row of notice.rows.filter((one) => familyOf(one) === family)) {
      const key = `${row.classCode} ${row.grade} ${row.cause} ${row.period}`
      if (!latest.has(key)) latest.set(key, row)
    }
  }
  const rows = [...latest.values()]
  if (family === 'DIS') {
    const lines = rows.map(({ grade, cause, amountFen }) => [`${GRADES[(grade ?? 1) - 1]}级`, CAUSES[cause ?? 'war'], bare(amountFen)])
    return [['残疾等级', '残疾性质', '标准'], ...lines].map((line) => line.join(',')).join('\n')
  }
  const lines = rows.map(({ classCode, unit, amountFen }) => [NAMES[classCode] ?? classCode, UNITS[unit], bare(amountFen)])
  return [['类别', '单位', '标准'], ...lines].map((line) => line.join(',')).join('\n')
}
