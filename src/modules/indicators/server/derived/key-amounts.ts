import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { monthsIn } from '../../domain/compared.ts'
import { isCounted, versionsOf } from '../../domain/definition.ts'
import type { Keyed } from '../../domain/derived.ts'
import type { Nets } from '../../domain/keyed.ts'
import { partOf } from '../../domain/measures.ts'
import type { Window } from '../../domain/months.ts'
import { definitions } from '../definitions.ts'
import { formOf } from '../kinds.ts'
import { readStore } from '../read-store.ts'
import { readSums } from '../read-sums.ts'
import type { Sums } from '../sums.ts'
import { MOST_YEARS, type NetsOf } from './key-facts.ts'

/** Forms whose keys the cells know: months, years, and words by which the indicator behind is split. */
export type OfAmounts = Extract<Keyed, { readonly form: 'streak' | 'months' | 'parts' }>

export function isOfAmounts(formula: Keyed): formula is OfAmounts {
  if (formula.form !== 'parts') return formula.form === 'streak' || formula.form === 'months'
  return versionsOf(definitions, formula.of).every((one) => isCounted(one.formula) && one.formula.splitBy === formula.by)
}

/** The years that a streak is followed over; the last one up to the end of the window. */
function yearsUpTo({ to }: Window): Window[] {
  const last = Number(to.slice(0, 4))
  return Array.from({ length: MOST_YEARS + 1 }, (_, at) => {
    const year = last - MOST_YEARS + at
    return { from: `${year}-01-01`, to: year === last ? to : `${year}-12-31` } as Window
  })
}

/** The windows whose amounts a form is worked out from. */
function windowsBehind(formula: OfAmounts, window: Window): Window[] {
  if (formula.form === 'streak') return yearsUpTo(window)
  return formula.form === 'months' ? monthsIn(window) : [window]
}

const DIGITS = { streak: 4, months: 7 } as const

function netsIn(sums: Sums, formula: OfAmounts, at: { node: string; window: Window }): Nets {
  const { node, window } = at
  const amount = (measure: string, over: Window): number => sums.amountOf(node, { measure, isStock: formOf(formula.of) === 'stock' }, over)
  if (formula.form !== 'parts') {
    const key = ({ from }: Window): string => from.slice(0, DIGITS[formula.form])
    return new Map(windowsBehind(formula, window).map((one) => [key(one), amount(formula.of, one)]))
  }
  const prefix = partOf(formula.of, formula.by, '')
  const parts = sums.measuresAt(node).filter((measure) => measure.startsWith(prefix))
  return new Map(parts.map((measure) => [measure.slice(prefix.length), amount(measure, window)]))
}

export interface AskedAmounts {
  readonly formulas: readonly OfAmounts[]
  readonly place: RegionCode
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  readonly before: string | undefined
}

/** What indicators come to by months, years or words, from cells and the facts not folded yet: as quick with many facts as with few. */
export async function readAmountNets(
  tx: Tx,
  { formulas, place, nodes, windows, before }: AskedAmounts,
): Promise<(formula: OfAmounts) => NetsOf> {
  if (formulas.length === 0 || nodes.length === 0) return () => () => new Map()
  const behind = formulas.flatMap((formula) => windows.flatMap((window) => windowsBehind(formula, window)))
  const asked = {
    codes: [...new Set(formulas.map(({ of }) => of))],
    place,
    nodes,
    windows: [...new Map(behind.map((window) => [`${window.from} ${window.to}`, window])).values()],
    before,
    isSplit: formulas.some(({ form }) => form === 'parts'),
  }
  const sums = await readSums(tx, asked, await readStore(tx, asked, { ...asked, codes: [] }))
  return (formula) => (node, window) => netsIn(sums, formula, { node, window })
}
