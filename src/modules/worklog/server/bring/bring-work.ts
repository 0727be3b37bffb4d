import { uuidv7 } from 'uuidv7'
import { bureauOf, regionOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { bringTable, type Table } from '../../../../platform/workbook/index.ts'
import { findDivision } from '../../../network/index.ts'
import { bringWork as BringWork, type RecordWorkRefusal, type WorkFields, type WorkKind, type WrongRow } from '../../contract.ts'
import { type CheckedEntry, checkByKind, entryOf, findUsableKind } from '../check-entry.ts'
import { insertRecords } from '../record-rows.ts'
import { tellFacts } from '../tell-facts.ts'
import { importKeys } from './import-key.ts'
import { findNamedPeople, type People } from './named-people.ts'
import { readWorkRow } from './read-work-row.ts'
import { COLUMN, columnsOf } from './sheet-columns.ts'

/** What one sheet may bring: more is cut into several, so that a mistake is found before the next. */
const MOST_ROWS = 5000
const PATIENCE_MS = 30_000
const MOST_WRONG = 500

interface JudgedEntry extends CheckedEntry {
  readonly row: number
}

interface Judged {
  readonly entries: readonly JudgedEntry[]
  readonly wrong: readonly WrongRow[]
}

/** A refusal of the form as the faults of a row. */
function wrongOf(row: number, refusal: RecordWorkRefusal): WrongRow[] {
  if (refusal.code === 'values-wrong') return refusal.faults.map(({ field, why }) => ({ row, column: field, why }))
  if (refusal.code === 'no-organisation') return [{ row, column: COLUMN.organisation, why: 'no-organisation' }]
  if (refusal.code === 'nobody-named') return [{ row, column: COLUMN.people, why: 'nobody-named' }]
  const why = refusal.code === 'ends-before-start' || refusal.code === 'never-ends' ? refusal.code : 'in-the-future'
  return [{ row, column: why === 'in-the-future' ? COLUMN.on : COLUMN.until, why }]
}

/** Every row by the same rules as the form: what can be recorded, and what is wrong with the others. */
function judge(table: Table, asked: { kind: WorkKind; unitCode: WorkFields['unitCode']; today: WorkFields['on']; people: People }): Judged {
  const entries: JudgedEntry[] = []
  const wrong: WrongRow[] = []
  for (const row of table.rows) {
    const read = readWorkRow(row, { ...asked, table })
    const refusal = read.ok ? checkByKind(asked.kind, read.value, asked.today) : undefined
    if (!read.ok) wrong.push(...read.refusal)
    else if (refusal) wrong.push(...wrongOf(row.rowNumber, refusal))
    else entries.push({ ...entryOf(asked.kind, read.value), row: row.rowNumber })
  }
  return { entries, wrong }
}

/** What counts for a place that there is not would count for nobody: such rows are wrong. */
async function withoutStrangePlaces({ tx, actor }: ActionContext, { entries, wrong }: Judged): Promise<Judged> {
  const known = new Map<string, boolean>([[regionOf(actor.unitCode), true]])
  for (const { fields } of entries) {
    const place = regionOf(fields.unitCode)
    if (!known.has(place)) known.set(place, (await findDivision(tx, place)) !== undefined)
  }
  const isKnown = ({ fields }: JudgedEntry): boolean => known.get(regionOf(fields.unitCode)) === true
  const strange = entries.filter((entry) => !isKnown(entry)).map(({ row }): WrongRow => ({ row, column: COLUMN.unit, why: 'not-a-unit' }))
  return { entries: entries.filter(isKnown), wrong: [...wrong, ...strange] }
}

/** The columns by the names that the form gives them. */
const named = (wrong: readonly WrongRow[], kind: WorkKind): WrongRow[] => {
  const titles = new Map(columnsOf(kind).map(({ key, titles: [first = ''] }) => [key, first]))
  return wrong.map((one) => ({ ...one, column: titles.get(one.column) ?? one.column }))
}

interface Fresh {
  readonly entry: CheckedEntry
  readonly importKey: Buffer
}

/** Which of the entries no sheet has brought before. Held by bureau: of two sheets at once the second sees the first. */
async function findFresh({ tx, unitCode }: ActionContext, entries: readonly CheckedEntry[]): Promise<Fresh[]> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 23))', [bureauOf(unitCode)])
  const keys = importKeys(entries.map(({ fields }) => fields))
  const { rows } = await tx.query<{ import_key: Buffer }>(
    'select import_key from worklog.records where bureau_code = $1 and import_key = any($2::bytea[])',
    [bureauOf(unitCode), keys],
  )
  const known = new Set(rows.map(({ import_key }) => import_key.toString('hex')))
  return entries.flatMap((entry, at) => {
    const importKey = keys[at]
    return importKey && !known.has(importKey.toString('hex')) ? [{ entry, importKey }] : []
  })
}

async function land(context: ActionContext, fresh: readonly Fresh[]): Promise<void> {
  await insertRecords(
    context,
    fresh.map(({ entry, importKey }) => ({ id: uuidv7(), entry, importKey })),
  )
  for (const { entry } of fresh) tellFacts(context, { ...entry.fields, facts: entry.facts })
}

export const bringWork = action(BringWork, {
  grant: 'work.write',
  where: ({ unitCode }) => unitCode,
  refusals: {
    'unknown-place': 404,
    'unknown-kind': 404,
    'kind-retired': 409,
    'not-at-this-tier': 422,
    'no-such-file': 404,
    unreadable: 422,
  },
  async run(context, { kind: code, unitCode, source, land: lands }) {
    const usable = await findUsableKind(context, { kind: code, unitCode }, { anyTier: true })
    if (!usable.ok) return usable
    const kind = usable.value
    const table = await bringTable(context, source, { fields: columnsOf(kind), most: MOST_ROWS, patienceMs: PATIENCE_MS })
    if (!table) return refuse({ code: 'no-such-file' })
    if (!table.ok) return refuse({ code: 'unreadable', sentence: table.refusal })

    const people = await findNamedPeople(context, { table: table.value, unitCode })
    const { entries, wrong } = await withoutStrangePlaces(context, judge(table.value, { kind, unitCode, today: context.today, people }))
    const fresh = await findFresh(context, entries)
    if (lands && fresh.length > 0) await land(context, fresh)
    context.note({ kind: code, rows: table.value.rows.length, landed: lands ? fresh.length : 0 })
    return ok({
      rows: table.value.rows.length,
      fresh: fresh.length,
      already: entries.length - fresh.length,
      wrong: named(wrong, kind).slice(0, MOST_WRONG),
      wrongRows: new Set(wrong.map(({ row }) => row)).size,
      landed: lands,
    })
  },
})
