import type { Pool } from 'pg'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { isWithin, type RegionCode, rangeOf } from '../../src/kernel/region-code.ts'
import { type EverySide, readDefinitions, readEverySide } from '../../src/modules/indicators/index.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import type { Chance } from '../outbox/chance.ts'
import { type ToldFact, tellFacts, wholeNation } from './told-facts.ts'

export const TODAY = '2026-06-30' as PlainDate

interface Ground {
  readonly ownerPool: Pool
  readonly appPool: Pool
}

const definitions = readDefinitions()

/** What facts of a kind bear, as the definitions ask for: any word they name, and a few of their own where they split. */
function subjectsOf(): readonly { kind: string; dimensions: Readonly<Record<string, string>> }[] {
  const found = definitions.flatMap(({ formula }) => {
    if (!('kind' in formula)) return []
    const where = Object.fromEntries(Object.entries(formula.where ?? {}).map(([dimension, words]) => [dimension, words[0] ?? '']))
    const by = 'splitBy' in formula ? formula.splitBy : undefined
    const split = by === undefined ? {} : { [by]: where[by] ?? 'some' }
    return [{ kind: formula.kind, dimensions: { ...split, ...where } }]
  })
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

const subjects = subjectsOf()

const pick = <T>(dice: Chance, from: readonly T[]): T => from[dice.below(from.length)] as T

const person = (at: number): string => `0198a000-0000-7000-8000-${String(at).padStart(12, '0')}`

const dayIn = (dice: Chance): string =>
  `${2024 + dice.below(3)}-${String(1 + dice.below(dice.of(0.5) ? 6 : 12)).padStart(2, '0')}-${String(1 + dice.below(28)).padStart(2, '0')}`

function someFact(dice: Chance, units: readonly string[]): ToldFact {
  const { kind, dimensions } = pick(dice, subjects)
  const persons = Array.from({ length: 1 + dice.below(3) }, () => person(dice.below(400)))
  return {
    kind,
    dimensions,
    unit: pick(dice, units),
    on: dayIn(dice),
    quantity: dice.of(0.15) ? -1 : 1 + dice.below(3),
    persons: [...new Set(persons)],
  }
}

/** Facts in one transaction, as an action of a busy day would leave them. */
export const tellSome = (appPool: Pool, dice: Chance, { units, count }: { units: readonly string[]; count: number }): Promise<void> =>
  tellFacts(
    appPool,
    Array.from({ length: count }, () => someFact(dice, units)),
  )

/**
 * Ends a village, which goes to one or two others of the same city; what was counted there stays where it was written.
 *
 * @returns how it ended, undefined where it had ended before
 */
export async function moveVillage(ownerPool: Pool, dice: Chance, villages: readonly string[]): Promise<'merge' | 'split' | undefined> {
  const [from, to, also] = [pick(dice, villages), pick(dice, villages), pick(dice, villages)]
  const kind = dice.of(0.3) ? 'split' : 'merge'
  const on = `2026-0${1 + dice.below(6)}-01`
  return await withScope(ownerPool, wholeNation, 'write', async (tx) => {
    const { rowCount } = await tx.query(`update network.divisions set valid_to = $2 where code = $1 and valid_to = 'infinity'`, [from, on])
    if (rowCount !== 1) return undefined
    for (const target of kind === 'split' ? [to, also] : [to])
      await tx.query(
        `insert into network.division_changes (valid_on, kind, from_code, from_name, to_code, source, is_example)
         values ($1, $2, $3, $3, $4, '示例', true) on conflict do nothing`,
        [on, kind, from, target],
      )
    return kind
  })
}

interface Triple {
  readonly code: string
  readonly place: RegionCode
  readonly from: PlainDate
  readonly to: PlainDate
}

export function someTriple(dice: Chance, places: readonly string[]): Triple {
  const [from, to] = [dayIn(dice), dayIn(dice), TODAY].toSorted() as [PlainDate, PlainDate, PlainDate]
  return { code: pick(dice, definitions).code, place: pick(dice, places) as RegionCode, from, to }
}

const sumOf = ({ rows }: EverySide['above'], isMeant: (unit: string) => boolean = () => true): number =>
  rows.reduce((sum, { unitCode, counts }) => (isMeant(unitCode) ? sum + counts : sum), 0)

/** Each child's number is what the rows in its range come to, and the own unit's what is left, by the codes that `placed` gives. */
function isPivotOf({ above }: EverySide, pivot: EverySide['pivot'], placed: (unit: string) => string): boolean {
  const children = pivot.filter(({ key }) => key !== 'own').map(({ key, value }) => ({ range: rangeOf(key as RegionCode), value }))
  const isBelow = (unit: string): boolean => children.some(({ range }) => isWithin(placed(unit), range))
  const own = pivot.find(({ key }) => key === 'own')?.value
  return (
    children.every(({ range, value }) => value === sumOf(above, (unit) => isWithin(placed(unit), range))) &&
    own === sumOf(above, (unit) => !isBelow(unit))
  )
}

/** Where a unit of then lies today. */
const movedUnit = ({ moves }: EverySide, unit: string): string => moves.get(unit.slice(0, 12) as RegionCode) ?? unit

/** Everything in which the ways differ. Persons, who are counted once, and shares have no parts that add up; a first day has no rows either. */
function differencesOf(said: EverySide, place: RegionCode): string[] {
  const { form, per, isListed, dashboard, brief, above, below } = said
  const [over, under] = [sumOf(above), sumOf(below)]
  const listed = form !== 'ratio' ? over : under === 0 ? null : (over / under) * per
  const isAdding = isListed && form !== 'ratio' && form !== 'distinct'
  const isWhole = [...said.moves].every(([from, to]) => isWithin(from, rangeOf(place)) && isWithin(to, rangeOf(place)))
  return [
    ...(brief === dashboard ? [] : [`brief ${brief}`]),
    ...(!isListed || listed === dashboard ? [] : [`rows ${listed}`]),
    ...(!isListed || (above.sum === over && below.sum === under) ? [] : [`list ${above.sum} ${below.sum}`]),
    ...(!isAdding || isPivotOf(said, said.pivot, (unit) => unit) ? [] : ['pivot']),
    ...(!isAdding || !isWhole || isPivotOf(said, said.onToday, (unit) => movedUnit(said, unit)) ? [] : ['pivot of today']),
  ]
}

/** What is wrong with one triple, asked in one snapshot; undefined where every way says the same. */
export async function faultOf({ appPool }: Ground, { code, place, from, to }: Triple): Promise<string | undefined> {
  const asked = { code, place, period: { from, to }, today: TODAY, now: `${TODAY}T02:00:00.000Z`, scope: wholeNation }
  const said = await withScope(appPool, wholeNation, 'read', (tx) => readEverySide(tx, asked))
  const differences = differencesOf(said, place)
  return differences.length === 0 ? undefined : `${code} at ${place}, ${from} to ${to}: ${said.dashboard}, but ${differences.join(', ')}`
}

/** Every place of the tree that was loaded, and the villages among them. */
export async function placesOf({ ownerPool }: Ground): Promise<{ places: string[]; villages: string[] }> {
  const { rows } = await ownerPool.query<{ code: string; tier: string }>(
    'select code, tier from network.divisions where not is_pseudo order by code',
  )
  const villages = rows.filter(({ tier }) => tier === 'village').map(({ code }) => code)
  return { places: rows.map(({ code }) => code), villages }
}
