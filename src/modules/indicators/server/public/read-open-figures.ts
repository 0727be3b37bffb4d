import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Division } from '../../../network/contract.ts'
import { findDivision, listChildren } from '../../../network/index.ts'
import type { OpenTable } from '../../contract-open.ts'
import { isCounted } from '../../domain/definition.ts'
import { partOf } from '../../domain/measures.ts'
import type { Window } from '../../domain/months.ts'
import { cellKey, makePublicTable, OWN, REST, WHOLE } from '../../domain/public/public-table.ts'
import { suppress } from '../../domain/public/suppress.ts'
import { type Figures, findDefinition, readFigures } from '../figures.ts'
import { OPEN } from './open-settings.ts'

interface ShownPlace extends Pick<Division, 'code' | 'name' | 'tier'> {
  readonly parent: RegionCode | undefined
}

/** A province with its cities and counties as they were on a day: lower, almost every number would have to be hidden. */
async function placesOf(tx: Tx, province: Division, on: PlainDate): Promise<ShownPlace[]> {
  const places: ShownPlace[] = [{ ...province, parent: undefined }]
  for (const child of await listChildren(tx, province.code, on)) {
    places.push({ ...child, parent: province.code })
    if (child.tier !== 'city') continue
    for (const county of await listChildren(tx, child.code, on)) places.push({ ...county, parent: child.code })
  }
  return places.map(({ code, name, tier, parent }) => ({ code, name, tier, parent }))
}

const splitOf = (code: string, on: string): string | undefined => {
  const formula = findDefinition(code, on)?.formula
  return formula && isCounted(formula) ? formula.splitBy : undefined
}

function tableOf(
  code: string,
  { places, figures, window }: { places: readonly ShownPlace[]; figures: Figures; window: Window },
): OpenTable {
  const split = splitOf(code, window.to)
  const words = [
    ...new Set(places.flatMap((place) => figures.partsOf(code, place.code)).map((part) => part.slice(part.indexOf('=') + 1))),
  ].toSorted()
  const amountAt = (place: string, word: string): number =>
    figures.valueOf(word === WHOLE ? code : partOf(code, split ?? '', word), place, window).value ?? 0
  const table = makePublicTable({ places, words, amountAt })
  const hidden = suppress(table, OPEN.smallest)
  const columns = words.length === 0 ? [WHOLE] : [WHOLE, ...words, REST]
  const rowOf = ({ code: place, name, tier, parent }: ShownPlace, isOwn: boolean): OpenTable['rows'][number] => ({
    code: place,
    name,
    tier,
    ...(parent === undefined ? {} : { parent }),
    isOwn,
    cells: columns.map((column) => {
      const key = cellKey(isOwn ? `${place}${OWN}` : place, column)
      return hidden.has(key) ? null : (table.cells.get(key) ?? 0)
    }),
  })
  const hasBelow = new Set(places.map(({ parent }) => parent))
  const rows = places.flatMap((place) => [rowOf(place, false), ...(hasBelow.has(place.code) ? [rowOf(place, true)] : [])])
  const definition = findDefinition(code, window.to)
  return { code, zh: definition?.zh ?? code, en: definition?.en ?? code, unitKind: definition?.unitKind ?? 'item', columns, rows }
}

/** Every public table of a province over a quarter, small numbers and what would tell them left out; undefined where it is no province. */
export async function readOpenTables(
  tx: Tx,
  { place, window }: { place: RegionCode; window: Window },
): Promise<{ name: string; tables: OpenTable[] } | undefined> {
  const province = await findDivision(tx, place)
  if (province?.tier !== 'province') return undefined
  const places = await placesOf(tx, province, window.to)
  const nodes = places.map(({ code }) => code)
  const figures = await readFigures(tx, { codes: OPEN.codes, place, nodes, windows: [window], isSplit: true })
  return { name: province.name, tables: OPEN.codes.map((code) => tableOf(code, { places, figures, window })) }
}
