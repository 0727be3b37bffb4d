import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { listChildren } from '../../network/index.ts'
import type { Figure, Period } from '../contract.ts'
import { lastYearOf, monthsIn, previousOf } from '../domain/compared.ts'
import type { Window } from '../domain/months.ts'
import { isOwn, ownOf } from './asked.ts'
import { type Figures, readFigures } from './figures.ts'

export interface AskedFigure {
  readonly codes: readonly string[]
  readonly place: RegionCode
  readonly period: Period
  readonly by: 'none' | 'children' | 'month' | 'dimension'
  readonly compare: boolean
}

/** What a figure is called in an answer: nothing for the whole, else the child, the month or the word. */
const keyOf = (node: string, place: string): string => (isOwn(node) ? 'own' : node === place ? '' : node)

interface Shown {
  readonly figures: Figures
  readonly compare: boolean
}

function figureOf({ figures, compare }: Shown, at: { code: string; measure?: string; node: string; key: string; window: Window }): Figure {
  const value = (window: Window) => figures.valueOf(at.measure ?? at.code, at.node, window)
  const compared = compare ? { previous: value(previousOf(at.window)), lastYear: value(lastYearOf(at.window)) } : {}
  return { code: at.code, key: at.key, ...value(at.window), ...compared }
}

/** The children of a place on a day, and its own unit's share, under which the whole is divided without rest. */
export async function nodesBelow(tx: Tx, { place, period }: Pick<AskedFigure, 'place' | 'period'>): Promise<string[]> {
  const children = await listChildren(tx, place, period.to)
  return [...children.map(({ code }) => code as string), ownOf(place)]
}

/** The windows shown, and those compared with. */
export function windowsAsked({ period, by, compare }: Pick<AskedFigure, 'period' | 'by' | 'compare'>): Window[] {
  const windows = by === 'month' ? monthsIn(period) : [period]
  return [...windows, ...(compare ? windows.flatMap((window) => [previousOf(window), lastYearOf(window)]) : [])]
}

/** Figures as the views show them. The transaction must be in one snapshot where a window needs it. */
export async function readFigure(tx: Tx, asked: AskedFigure): Promise<Figure[]> {
  const { codes, place, period, by, compare } = asked
  const nodes = by === 'children' ? await nodesBelow(tx, asked) : [place]
  const windows = by === 'month' ? monthsIn(period) : [period]
  const figures = await readFigures(tx, { codes, place, nodes, windows: windowsAsked(asked), isSplit: by === 'dimension' })
  const shown = { figures, compare }
  if (by === 'dimension') return codes.flatMap((code) => partsOf(shown, { code, place, period }))
  return codes.flatMap((code) =>
    nodes.flatMap((node) =>
      windows.map((window) => figureOf(shown, { code, node, window, key: by === 'month' ? window.from.slice(0, 7) : keyOf(node, place) })),
    ),
  )
}

const partsOf = (shown: Shown, { code, place, period }: { code: string; place: string; period: Period }): Figure[] =>
  shown.figures.partsOf(code, place).map((measure) => {
    const key = measure.slice(measure.indexOf('=') + 1)
    return figureOf(shown, { code, measure, node: place, key, window: period })
  })
