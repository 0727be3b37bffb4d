import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { codesBehind, type Formula } from '../../domain/definition.ts'
import { type First, isKeyed, type Keyed, type Places, type Span } from '../../domain/derived.ts'
import { byPlace, countKeys, firstOf, inBand, peakOf, spanOf, streakOf } from '../../domain/keyed.ts'
import type { Window } from '../../domain/months.ts'
import { isOwn, ownOf } from '../asked.ts'
import { definitions } from '../definitions.ts'
import { countPlaces, countsOwnUnits, isByOwnUnits } from './count-places.ts'
import { readFirstDays } from './first-days.ts'
import { isOfAmounts, type OfAmounts, readAmountNets } from './key-amounts.ts'
import { type AskedKeys, type MovedUnits, type NetsOf, readNets } from './key-facts.ts'
import { settingOf } from './settings.ts'

export interface AskedDerived {
  readonly codes: readonly string[]
  /** Every node asked for lies at or below it. */
  readonly place: RegionCode
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  /** The formula of an indicator on a day. */
  readonly formulaOf: (code: string, on: string) => Formula | undefined
  /** Only facts recorded before an instant. */
  readonly before?: string | undefined
  /** By the divisions of another day. */
  readonly moved?: MovedUnits | undefined
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

type AskedNodes = Omit<AskedKeys, 'code' | 'formula'>

type AskedCells = AskedNodes & { readonly place: RegionCode; readonly amounts: AmountsOf }

const bandOf = ({ having }: Places) => ({ from: limitOf(having?.from), below: limitOf(having?.below) })

async function placesOfFacts(tx: Tx, formula: Places, asked: AskedNodes): Promise<Give> {
  const units = await readNets(tx, { ...asked, code: formula.of, formula })
  const { having } = formula
  if (!having) return (node, window) => countKeys(byPlace(units(node, window), formula))
  const others = await readNets(tx, { ...asked, code: having.of, formula })
  const within = { tiers: formula.tiers, reach: 'within' } as const
  return (node, window) => countKeys(inBand(byPlace(units(node, window), formula), byPlace(others(node, window), within), bandOf(formula)))
}

/** What a formula makes of nets. */
function worth(formula: Exclude<Keyed, Places>, nets: NetsOf): Give {
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

const isFirst = (formula: Keyed): formula is First | Span => formula.form === 'first' || formula.form === 'span'

/** A first day is of the place's own unit alone, where that is asked. */
const nodeFor = (formula: Keyed, node: string): string =>
  formula.form === 'first' && formula.reach === 'own' && !isOwn(node) ? ownOf(node) : node

async function ofFacts(tx: Tx, formula: Keyed, asked: AskedNodes & { code: string }): Promise<Give> {
  if (formula.form === 'places') return await placesOfFacts(tx, formula, asked)
  const nodes = [...new Set(asked.nodes.map((node) => nodeFor(formula, node)))]
  const nets = await (isFirst(formula) && !asked.moved
    ? readFirstDays(tx, { ...asked, nodes, formula })
    : readNets(tx, { ...asked, nodes, formula }))
  return worth(formula, (node, window) => nets(nodeFor(formula, node), window))
}

/** At whole nodes: from cells, where they know the key. */
async function ofCells(tx: Tx, formula: Places | OfAmounts, { amounts, ...asked }: AskedCells): Promise<Give> {
  return formula.form === 'places' ? await countPlaces(tx, { ...asked, formula, band: bandOf(formula) }) : worth(formula, amounts(formula))
}

type AmountsOf = (formula: OfAmounts) => NetsOf

interface Needed {
  readonly code: string
  readonly formula: Keyed
  readonly windows: readonly Window[]
}

/** The formulas behind some indicators that are read by a key, each with the windows on whose last day it is the one that holds. */
function neededFor({ codes, windows, formulaOf }: AskedDerived): Needed[] {
  const behind = codesBehind(
    definitions,
    codes.filter((code) => onKeyed.has(code)),
  )
  return behind.flatMap((code) =>
    definitions
      .flatMap((one) => (one.code === code && isKeyed(one.formula) ? [one.formula] : []))
      .map((formula) => ({ code, formula, windows: windows.filter(({ to }) => formulaOf(code, to) === formula) }))
      .filter((one) => one.windows.length > 0),
  )
}

const knowsKey = (formula: Keyed): formula is Places | OfAmounts => isOfAmounts(formula) || isByOwnUnits(formula)

/**
 * Everything that some indicators need beyond amounts: first days, years, months, places, words, sizes. From cells where
 * they know it; a place's own unit and sizes from facts. The transaction must be in one snapshot.
 */
export async function readDerived(tx: Tx, asked: AskedDerived): Promise<DerivedOf> {
  const { place, nodes, windows, before, moved } = asked
  const needed = neededFor(asked)
  const whole = !moved ? nodes.filter((node) => !isOwn(node)) : []
  const formulas = needed.flatMap(({ formula }) => (isOfAmounts(formula) ? [formula] : []))
  const amounts = await readAmountNets(tx, { formulas, place, nodes: whole, windows, before })
  // Asked in one turn they travel together.
  const given = await Promise.all(
    needed.map(async ({ code, formula, windows }) => {
      const known = !knowsKey(formula) ? [] : countsOwnUnits(formula) && !moved ? nodes : whole
      const rest = nodes.filter((node) => !known.includes(node))
      const chooser = formula.form === 'peak' ? code : formula.of
      const [slow, quick] = await Promise.all([
        rest.length > 0 ? ofFacts(tx, formula, { code: chooser, nodes: rest, windows, before, moved }) : undefined,
        knowsKey(formula) && known.length > 0 ? ofCells(tx, formula, { amounts, place, nodes: known, windows, before }) : undefined,
      ])
      const give: Give = (node, window) => (rest.includes(node) ? slow : quick)?.(node, window) ?? null
      return { code, formula, give }
    }),
  )
  return (code, node, window) => {
    const formula = asked.formulaOf(code, window.to)
    return given.find((one) => one.code === code && one.formula === formula)?.give(node, window)
  }
}
