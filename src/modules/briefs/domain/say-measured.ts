import { isNumeral, numeralOf } from './numerals.ts'
import { type Saying, sayAmount } from './say-amount.ts'
import { sayDateNumber } from './say-period.ts'
import { sayShare } from './say-share.ts'

/** The measure word of each kind of unit; a template may choose another one (名, 家, 支, 场). */
const MEASURES: Readonly<Record<string, string>> = {
  person: '人',
  personTime: '人次',
  visit: '次',
  place: '个',
  unit: '个',
  item: '件',
  fen: '元',
  household: '户',
  event: '场',
  day: '天',
  time: '次',
  team: '支',
  post: '个',
  trade: '个',
  organisation: '家',
  institution: '所',
  copy: '份',
  award: '个',
  year: '年',
  tier: '级',
  sort: '种',
  clause: '项',
  squareMetre: '平方米',
  print: '个',
  edition: '届',
}

export interface Measured {
  readonly value: number
  readonly unitKind: string
  /** A ratio may have decimals whatever it counts. */
  readonly isRatio: boolean
}

export interface Manner {
  readonly say: Saying
  /** The measure word, where it is not the one of its kind. */
  readonly as?: string | undefined
}

/** Yuan of an amount in fen: 余 is said of whole yuan, the amount itself to the fen. */
function sayFen(fen: number, { say, as = '元' }: Manner): string {
  const isWhole = fen % 100 === 0
  if (isWhole) return `${sayAmount(fen / 100, say)}${as}`
  if (say === 'exact' || Math.abs(fen) < 10_000) return `${fen / 100}${as}`
  // The fen that are cut off make it strictly more than the yuan; one yuan more keeps 余 true where the yuan are round.
  const yuan = Math.floor(fen / 100)
  const words = sayAmount(yuan, say)
  return /^\d+(\.\d+)?[万亿]?$/.test(words) ? `${words}余${as}` : `${words}${as}`
}

/** 全部, 全覆盖 where it is all; else how much of it: 82.3%, 82.3%覆盖. */
const sayAll = (share: number, as = '全部'): string => (share === 100 ? as : as.replace(/^全部?/, sayShare(share, '%')))

/** 首届, 第二届. */
const sayEdition = (edition: number, measure: string): string => (edition === 1 ? `首${measure}` : `第${numeralOf(edition)}${measure}`)

/** A value with its measure word: `7.3万余人`, `5324万元`, `69.12%`. Shares and averages are said to two decimals. */
export function sayMeasured({ value, unitKind, isRatio }: Measured, manner: Manner): string {
  if (unitKind === 'date') return sayDateNumber(value, manner.say === 'month' ? 'month' : 'day')
  if (unitKind === 'percent') return manner.say === 'all' ? sayAll(value, manner.as) : sayShare(value, '%')
  // 每千名服务对象有工作人员14.5人: the sentence has said of how many.
  if (unitKind === 'perThousand') return manner.as === undefined ? sayShare(value, '‰') : `${Math.round(value * 100) / 100}${manner.as}`
  const measure = manner.as ?? MEASURES[unitKind] ?? ''
  if (unitKind === 'edition' && manner.say === 'numeral' && isNumeral(value)) return sayEdition(value, measure)
  if (unitKind === 'fen') return sayFen(Math.round(value), { ...manner, as: measure })
  if (manner.say === 'numeral' && isNumeral(value)) return `${value === 2 ? '两' : numeralOf(value)}${measure}`
  if (isRatio) return `${Math.round(value * 100) / 100}${measure}`
  return `${sayAmount(value, manner.say)}${measure}`
}
