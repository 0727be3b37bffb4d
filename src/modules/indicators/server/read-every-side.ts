import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { CodeRange, RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { listMoves } from '../../network/index.ts'
import type { Figure, FigureRow, Period } from '../contract.ts'
import { finalPlaces } from '../domain/moves.ts'
import { readOnToday } from './boundaries.ts'
import { figureOf } from './figure-of.ts'
import { listFigureRows } from './figure-rows.ts'
import { findDefinition, inOneSnapshot } from './figures.ts'
import { readFigure } from './read-figure.ts'

interface Listed {
  readonly sum: number
  readonly rows: readonly Pick<FigureRow, 'unitCode' | 'counts'>[]
}

/** One figure as each of the program's ways says it, all of one moment. */
export interface EverySide {
  readonly form: string | undefined
  /** Whether the rows under it come to the figure: of what is counted, and of shares of that. */
  readonly isListed: boolean
  /** Of a ratio, what it is multiplied by. */
  readonly per: number
  readonly dashboard: number | null
  readonly brief: number | null
  readonly above: Listed
  /** Of a ratio, the rows below its line. */
  readonly below: Listed
  /** By children as they were, and as they are today. */
  readonly pivot: readonly Figure[]
  readonly onToday: readonly Figure[]
  readonly moves: ReadonlyMap<RegionCode, RegionCode>
}

export interface AskedSides {
  readonly code: string
  readonly place: RegionCode
  readonly period: Period
  readonly today: PlainDate
  readonly now: string
  readonly scope: CodeRange
}

const MOST_ROWS = 500
const COUNTED: readonly string[] = ['sum', 'turnouts', 'distinct', 'stock']

function isListed(code: string, on: PlainDate): boolean {
  const formula = findDefinition(code, on)?.formula
  if (formula?.form === 'ratio') return isListed(formula.over, on) && isListed(formula.under, on)
  return formula !== undefined && COUNTED.includes(formula.form)
}

/** The rows behind a figure, page after page, and what they are said to add up to. */
async function listAll(tx: Tx, { code, place, period }: AskedSides, part: 'numerator' | 'denominator'): Promise<Listed> {
  const rows: Listed['rows'][number][] = []
  let cursor: string | undefined
  for (;;) {
    const page = await listFigureRows(tx, { code, place, period, part, limit: MOST_ROWS, cursor })
    rows.push(...page.rows)
    cursor = page.next
    if (cursor === undefined) return { sum: page.sum, rows }
  }
}

/** For checks that every way says the same. Before the first query of the transaction. */
export async function readEverySide(tx: Tx, asked: AskedSides): Promise<EverySide> {
  const { code, place, period, today, now, scope } = asked
  await inOneSnapshot(tx)
  const formula = findDefinition(code, period.to)?.formula
  const [whole] = await readFigure(tx, { codes: [code], place, period, by: 'none', compare: false })
  return {
    form: formula?.form,
    isListed: isListed(code, period.to),
    per: formula?.form === 'ratio' ? formula.per : 1,
    dashboard: whole?.value ?? null,
    brief: (await figureOf({ tx, now, today }, { code, place, period }))?.live ?? null,
    above: await listAll(tx, asked, 'numerator'),
    below: await listAll(tx, asked, 'denominator'),
    pivot: await readFigure(tx, { codes: [code], place, period, by: 'children', compare: false }),
    onToday: (await readOnToday(tx, { codes: [code], place, period, byChildren: true, on: today, scope })).rows,
    moves: finalPlaces(await listMoves(tx, today)),
  }
}
