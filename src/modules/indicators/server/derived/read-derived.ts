import type { Tx } from '../../../../platform/database/tx.ts'
import { codesBehind, type Formula } from '../../domain/definition.ts'
import { isKeyed, type Keyed, type Places } from '../../domain/derived.ts'
import { byPlace, countKeys, firstOf, inBand, peakOf, spanOf, streakOf } from '../../domain/keyed.ts'
import type { Window } from '../../domain/months.ts'
import { ownOf } from '../asked.ts'
import { definitions } from '../definitions.ts'
import { type AskedKeys, type NetsOf, readNets } from './key-facts.ts'
import { settingOf } from './settings.ts'

export interface AskedDerived {
  readonly codes: readonly string[]
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  /** The formula of an indicator on a day. */
  readonly formulaOf: (code: string, on: string) => Formula | undefined
  /** Only facts recorded before an instant. */
  readonly before?: string | undefined
}

/** What an indicator that is read by a key comes to; undefined for one that is not. */
export type DerivedOf = (code: string, node: string, window: Window) => number | null | undefined

/** The indicators that stand on one that is read from facts, themselves included. */
const onKeyed = new Set(
  [...new Set(definitions.map(({ code }) => code))].filter((code) =>
    codesBehind(definitions, [code]).some((behind) => definitions.some((one) => one.code === behind && isKeyed(one.formula))),
  ),
)

/** Whether any of some indicators is read from facts, by a statement of its own. */
export const hasKeyed = (codes: readonly string[]): boolean => codes.some((code) => onKeyed.has(code))

/** A setting is named by the code of the indicator that shows it. */
function limitOf(code: string | undefined): number | null {
  const formula = definitions.find((one) => one.code === code)?.formula
  return formula?.form === 'setting' ? settingOf(formula.name) : null
}

type Give = (node: string, window: Window) => number | null

async function placesGiven(tx: Tx, formula: Places, asked: Omit<AskedKeys, 'code' | 'formula'>): Promise<Give> {
  const units = await readNets(tx, { ...asked, code: formula.of, formula })
  const { having } = formula
  if (!having) return (node, window) => countKeys(byPlace(units(node, window), formula))
  const others = await readNets(tx, { ...asked, code: having.of, formula })
  const band = { from: limitOf(having.from), below: limitOf(having.below) }
  const within = { tiers: formula.tiers, reach: 'within' } as const
  return (node, window) => countKeys(inBand(byPlace(units(node, window), formula), byPlace(others(node, window), within), band))
}

/** Facts of the place's own unit alone, where a first day is asked of that. */
const ownNets =
  (nets: NetsOf): NetsOf =>
  (node, window) =>
    nets(node.endsWith('!') ? node : ownOf(node), window)

async function keyedGiven(tx: Tx, formula: Keyed, asked: Omit<AskedKeys, 'formula'>): Promise<Give> {
  if (formula.form === 'places') return await placesGiven(tx, formula, asked)
  const isOwn = formula.form === 'first' && formula.reach === 'own'
  const nodes = isOwn ? asked.nodes.map((node) => (node.endsWith('!') ? node : ownOf(node))) : asked.nodes
  const read = await readNets(tx, { ...asked, nodes: [...new Set(nodes)], formula })
  const nets = isOwn ? ownNets(read) : read
  switch (formula.form) {
    case 'first':
      return (node, window) => firstOf(nets(node, window), formula.to)
    case 'span':
      return (node, window) => spanOf(nets(node, window), window)
    case 'streak':
      return (node, window) => streakOf(nets(node, window), formula, window)
    case 'peak':
      return (node, window) => peakOf(nets(node, window))
    default:
      return (node, window) => countKeys(nets(node, window))
  }
}

/**
 * Everything that some indicators need and that only facts can say: first days, years, months, places, words, sizes. The
 * transaction must be in one snapshot.
 */
export async function readDerived(tx: Tx, { codes, nodes, windows, formulaOf, before }: AskedDerived): Promise<DerivedOf> {
  const given: { readonly code: string; readonly formula: Keyed; readonly give: Give }[] = []
  const keyed = codes.filter((code) => onKeyed.has(code))
  for (const code of codesBehind(definitions, keyed)) {
    const formulas = definitions.flatMap((one) => (one.code === code && isKeyed(one.formula) ? [one.formula] : []))
    for (const formula of formulas) {
      const valid = windows.filter(({ to }) => formulaOf(code, to) === formula)
      if (valid.length === 0) continue
      const chooser = formula.form === 'peak' ? code : formula.of
      given.push({ code, formula, give: await keyedGiven(tx, formula, { code: chooser, nodes, windows: valid, before }) })
    }
  }
  return (code, node, window) => {
    const formula = formulaOf(code, window.to)
    return given.find((one) => one.code === code && one.formula === formula)?.give(node, window)
  }
}
