import { formatFen } from '../../../../kernel/fen.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'

/** What a notice of a month says: sums, never names. */
export interface NoticeFacts {
  readonly county: string
  readonly month: string
  readonly on: PlainDate
  readonly totalFen: bigint
  readonly classes: readonly { readonly name: string; readonly people: number; readonly amountFen: bigint }[]
  readonly backPay: { readonly people: number; readonly lines: number; readonly amountFen: bigint }
  readonly recovery: { readonly people: number; readonly lines: number; readonly amountFen: bigint }
  readonly failed: number
}

const yuan = (fen: bigint): string => `${formatFen(fen)} 元`
const inWords = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`

/** 抚恤补助金发放通知: addressed to finance, with a table by class, back-pay and recoveries apart. */
export function monthNotice(facts: NoticeFacts) {
  const { county, month, on, totalFen, classes, backPay, recovery, failed } = facts
  return {
    title: `${inWords(month)}优抚对象抚恤补助金发放通知`,
    rows: classes.map(({ name, people, amountFen }) => [name, `${people} 人`, '金额', yuan(amountFen)]),
    paragraphs: [
      `${county}财政局：`,
      `依据《军人抚恤优待条例》，${inWords(month)}优抚对象抚恤补助金已核算、复核并批准，合计 ${yuan(totalFen)}，按类别列于上表。`,
      ...(backPay.lines > 0 ? [`其中补发以前月份 ${backPay.people} 人、${backPay.lines} 笔，计 ${yuan(backPay.amountFen)}。`] : []),
      ...(recovery.lines > 0
        ? [`追回以前月份 ${recovery.people} 人、${recovery.lines} 笔，计 ${yuan(-recovery.amountFen)}，已在合计中扣减。`]
        : []),
      ...(failed > 0 ? [`另有 ${failed} 人因档案或标准不全未能核算，补全后在以后月份补发。`] : []),
      '请按规定拨付。',
    ],
    signature: [`${county}退役军人事务局`, `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`],
  }
}
