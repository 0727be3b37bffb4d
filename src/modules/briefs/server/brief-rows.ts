import { z } from 'zod'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { bureauOf, type RegionCode, regionOf, type UnitCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { BoundFigure, type BriefPeriod, type BriefState, BriefText } from '../contract-words.ts'

/** A brief as its row says it. */
export interface BriefRow {
  readonly id: string
  readonly unitCode: UnitCode
  readonly place: RegionCode
  readonly template: string
  readonly period: BriefPeriod
  readonly knownOn: PlainDate
  readonly state: BriefState
  readonly version: number
  readonly title: string
  readonly text: BriefText
  readonly figures: readonly BoundFigure[]
  readonly isUnlocked: boolean
  readonly hands: readonly string[]
  readonly figuresAt: string
  readonly changedAt: string
  readonly returnedWhy: string | null
}

interface Columns {
  id: string
  unit_code: UnitCode
  template: string
  period_from: PlainDate
  period_to: PlainDate
  known_on: PlainDate
  state: BriefState
  version: number
  title: string
  content: unknown
  figures: unknown
  is_unlocked: boolean
  hands: string[]
  figures_at: Date | string
  changed_at: Date | string
  returned_why: string | null
}

const COLUMNS = `id, unit_code, template, period_from, period_to, known_on, state, version, title, content, figures, is_unlocked, hands,
  figures_at, changed_at, returned_why`

const instant = (at: Date | string): string => new Date(at).toISOString()

const briefOf = (row: Columns): BriefRow => ({
  id: row.id,
  unitCode: row.unit_code,
  place: regionOf(row.unit_code),
  template: row.template,
  period: { from: row.period_from, to: row.period_to },
  knownOn: row.known_on,
  state: row.state,
  version: row.version,
  title: row.title,
  text: BriefText.parse(row.content),
  figures: z.array(BoundFigure).parse(row.figures),
  isUnlocked: row.is_unlocked,
  hands: row.hands,
  figuresAt: instant(row.figures_at),
  changedAt: instant(row.changed_at),
  returnedWhy: row.returned_why,
})

/** A brief in the transaction's range. */
export async function findBrief(tx: Tx, id: string): Promise<BriefRow | undefined> {
  const { rows } = await tx.query<Columns>(`select ${COLUMNS} from briefs.briefs where id = $1`, [id])
  return rows[0] && briefOf(rows[0])
}

/** Where a brief lies: what its actions touch. */
export const whereBriefIs = async ({ id }: { id: string }, { tx }: { tx: Tx }): Promise<UnitCode | undefined> =>
  (await findBrief(tx, id))?.unitCode

/** The same, held until the transaction ends. @throws where it has gone */
export async function holdBrief(tx: Tx, { id, unitCode }: { id: string; unitCode: UnitCode }): Promise<BriefRow> {
  const { rows } = await tx.query<Columns>(`select ${COLUMNS} from briefs.briefs where bureau_code = $1 and id = $2 for update`, [
    bureauOf(unitCode),
    id,
  ])
  const row = rows[0]
  if (!row) throw new Error('the brief has gone')
  return briefOf(row)
}

export interface NewBrief {
  readonly id: string
  readonly place: RegionCode
  readonly template: string
  readonly period: BriefPeriod
  readonly knownOn: PlainDate
  readonly title: string
  readonly text: BriefText
  readonly figures: readonly BoundFigure[]
  readonly writer: string
  readonly at: string
}

/** Stores a new draft. */
export async function insertBrief(tx: Tx, brief: NewBrief): Promise<void> {
  const { id, place, template, period, knownOn, title, text, figures, writer, at } = brief
  await tx.query(
    `insert into briefs.briefs (bureau_code, id, unit_code, template, period_from, period_to, known_on, state, version, title, content, figures,
       is_unlocked, hands, written_at, figures_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'draft', 1, $8, $9, $10, false, array[$11::uuid], $12, $12, $12)`,
    [
      bureauOf(place),
      id,
      place,
      template,
      period.from,
      period.to,
      knownOn,
      title,
      JSON.stringify(text),
      JSON.stringify(figures),
      writer,
      at,
    ],
  )
}

/** A page of the briefs at or below a place, the latest first. */
export async function listBriefRows(
  tx: Tx,
  asked: { lo: string; hi: string; state: string | undefined; before: readonly [string, string] | undefined; limit: number },
): Promise<BriefRow[]> {
  const { rows } = await tx.query<Columns>(
    `select ${COLUMNS} from briefs.briefs where unit_code >= $1 and unit_code < $2 and ($3::text is null or state = $3)
        and ($4::timestamptz is null or (changed_at, id) < ($4, $5::uuid)) order by changed_at desc, id desc limit $6`,
    [asked.lo, asked.hi, asked.state ?? null, asked.before?.[0] ?? null, asked.before?.[1] ?? null, asked.limit],
  )
  return rows.map(briefOf)
}
