import { addDays, type PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { listIndicators, readFigure, readKnownFigure } from '../../indicators/index.ts'
import type { BriefPeriod } from '../contract-words.ts'
import type { Answered } from '../domain/brief.ts'
import type { KnownIndicator } from '../domain/say-figure.ts'

export interface AskedAnswers {
  readonly codes: readonly string[]
  readonly place: RegionCode
  readonly period: BriefPeriod
  /** Of each place below as well, and then without comparisons. */
  readonly children: boolean
  /** The day as of whose end the figures are known; undefined for now. */
  readonly asOf: PlainDate | undefined
}

/** Answers by indicator and place: `visits 500112000000`. */
export type Answers = ReadonlyMap<string, Answered>

export const answerKey = (code: string, place: string): string => `${code} ${place}`

/** The first instant after a day in China. */
const endOf = (day: PlainDate): string => `${addDays(day, 1)}T00:00:00+08:00`

/**
 * What briefs ask of the indicators. Live figures come from the store; those of a
 * past day from the facts that had been recorded by its end.
 */
export async function readAnswers(tx: Tx, { codes, place, period, children, asOf }: AskedAnswers): Promise<Answers> {
  if (codes.length === 0) return new Map()
  const asked = { codes, place, period, by: children ? 'children' : 'none', compare: !children } as const
  const figures = asOf === undefined ? await readFigure(tx, asked) : await readKnownFigure(tx, { ...asked, before: endOf(asOf) })
  return new Map(
    figures.map(({ code, key, value, previous, lastYear }) => [
      answerKey(code, key === '' ? place : key),
      { value, previous: previous?.value ?? null, lastYear: lastYear?.value ?? null },
    ]),
  )
}

/** The indicators that are defined on a day, by code. */
export function knownIndicators(on: PlainDate): ReadonlyMap<string, KnownIndicator> {
  const rows = listIndicators(on)
  return new Map(rows.map(({ code, zh, unitKind, form }) => [code, { code, label: zh, unitKind, isRatio: form === 'ratio' }]))
}
