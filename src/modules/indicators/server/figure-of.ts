import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import type { Figure, Indicator, Period, Value } from '../contract.ts'
import { type FigureStatus, standingFigure } from './closings/standing-figure.ts'
import { isKnown, listIndicators } from './figure-list.ts'
import { readFigure } from './read-figure.ts'

/** A figure that somebody writes into a text: over a period, or for what stands, as of a day. */
export interface FigureAsked {
  readonly code: string
  readonly place: RegionCode
  readonly period?: Period
  readonly asOf?: PlainDate
  /** Also each part by the indicator's dimension. */
  readonly split?: boolean
}

export interface FigureAnswer extends Value {
  readonly code: string
  readonly place: RegionCode
  readonly period: Period
  readonly unitKind: Indicator['unitKind']
  readonly form: Indicator['form']
  readonly zh: string
  readonly en: string
  /** What the facts say now: another than `value` where the month is locked and something has come since. */
  readonly live: number | null
  /** `computed` from facts, or stated by the place: confirmed, accepted above, or locked by the province. */
  readonly status: FigureStatus
  /** Of a status beyond computed: which version of the month. */
  readonly version?: number
  /** The instant of the snapshot it was read in; of a locked figure, that of its confirmation. */
  readonly asOfAt: string
  readonly previous: Value
  readonly lastYear: Value
  /** By word of the indicator's dimension; empty where it was not asked for or has none. */
  readonly parts: readonly { readonly word: string; readonly value: number | null }[]
  /** The page of the rows that add up to it. */
  readonly rowsPath: string
}

interface Moment {
  readonly tx: Tx
  readonly now: string
  readonly today: PlainDate
}

/** @throws where neither a period nor a day is asked for */
function periodAsked({ period, asOf }: FigureAsked): Period {
  if (period) return period
  if (asOf) return { from: asOf, to: asOf }
  throw new Error('a figure needs a period or a day')
}

const valueIn = ({ value, numerator, denominator }: Value): Value => ({
  value,
  ...(numerator === undefined ? {} : { numerator }),
  ...(denominator === undefined ? {} : { denominator }),
})

/**
 * One figure as lists, dashboards and briefs all say it; undefined where there is no such indicator. Fen are whole, a
 * share is in hundredths. Of a locked month `value` is what was locked. The transaction must be in one snapshot
 * (`inOneSnapshot`), so that several figures are of one moment.
 */
export async function figureOf({ tx, now, today }: Moment, asked: FigureAsked): Promise<FigureAnswer | undefined> {
  const { code, place } = asked
  if (!isKnown(code)) return undefined
  const period = periodAsked(asked)
  const indicator = listIndicators(period.to).find((one) => one.code === code) ?? listIndicators(today).find((one) => one.code === code)
  const [whole] = await readFigure(tx, { codes: [code], place, period, by: 'none', compare: true })
  if (!indicator || !whole) return undefined
  const parts = asked.split ? await readFigure(tx, { codes: [code], place, period, by: 'dimension', compare: false }) : []
  const { stated, ...standing } = await standingFigure(tx, { code, place, period })
  const about = { code, place, period, rowsPath: pathOf(asked, period), parts: parts.map(partIn) }
  return { ...about, ...namedIn(indicator), ...comparedIn(whole), live: whole.value, asOfAt: now, ...standing, ...stated }
}

const namedIn = ({ unitKind, form, zh, en }: Indicator) => ({ unitKind, form, zh, en })

const comparedIn = (whole: Figure) => ({
  ...valueIn(whole),
  previous: valueIn(whole.previous ?? { value: null }),
  lastYear: valueIn(whole.lastYear ?? { value: null }),
})

const partIn = ({ key, value }: Figure) => ({ word: key, value })

const pathOf = ({ code, place }: FigureAsked, { from, to }: Period): string =>
  `/desk/network/rows?${new URLSearchParams({ code, place, from, to })}`
