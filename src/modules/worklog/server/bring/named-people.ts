import { CitizenId } from '../../../../kernel/citizen-id.ts'
import { withoutSpaces } from '../../../../kernel/half-width.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Table } from '../../../../platform/workbook/index.ts'
import { findByCitizenIds } from '../../../registry/index.ts'
import type { WrongRow } from '../../contract.ts'
import { COLUMN } from './sheet-columns.ts'

/** The files of a sheet's people, by id number. */
export type People = ReadonlyMap<string, PersonId>

const MOST_PEOPLE = 200

/** Several id numbers stand in one cell with a mark between them. */
const numbersIn = (cell: string): string[] =>
  cell.split(/[、,，;；\n]/).flatMap((part) => {
    const number = withoutSpaces(part).toUpperCase()
    return number === '' ? [] : [number]
  })

/** Everybody whom the sheet names and who has a file in the bureau, found at once. */
export async function findNamedPeople(context: ActionContext, { table, unitCode }: { table: Table; unitCode: UnitCode }): Promise<People> {
  const column = table.columns.get(COLUMN.people)
  if (column === undefined) return new Map()
  const asked = new Set(table.rows.flatMap(({ cells }) => numbersIn(cells[column] ?? '')))
  return await findByCitizenIds(context, { unitCode, citizenIds: [...asked].filter((number) => CitizenId.safeParse(number).success) })
}

/** The people of one cell. A number that is none is told apart from somebody who has no file here; no answer repeats a number. */
export function readPeople(cell: string, people: People): Result<PersonId[], WrongRow['why']> {
  const numbers = [...new Set(numbersIn(cell))]
  if (numbers.length > MOST_PEOPLE) return refuse('too-many')
  if (numbers.some((number) => !CitizenId.safeParse(number).success)) return refuse('wrong-citizen-id')
  const ids = numbers.map((number) => people.get(number))
  return ids.includes(undefined) ? refuse('person-not-found') : ok(ids.flatMap((id) => id ?? []))
}
