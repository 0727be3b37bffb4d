import { z } from 'zod'
import type { PersonId } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { WorkRecord } from '../contract.ts'
import type { KeptFact } from '../domain/facts-of.ts'

/** A record as it lies, with what became of it. */
export interface RecordRow {
  id: string
  unit_code: UnitCode
  made_by_unit: UnitCode
  kind: string
  kind_version: number
  on_day: PlainDate
  until_day: PlainDate | null
  field_values: Record<string, string>
  notes: Buffer | null
  organisation: string | null
  uscc: string | null
  facts: unknown
  corrects_id: string | null
  is_counter: boolean
  counter_reason: string | null
  recorded_at: string
  person_ids: PersonId[]
  evidence: WorkRecord['evidence']
  counter_id: string | null
  ended_on: PlainDate | null
  end_reason: string | null
  ended_at: string | null
}

export const RECORD = `
  select r.*, c.id as counter_id, e.ended_on, e.reason as end_reason, e.recorded_at as ended_at,
         array(select p.person_id from worklog.record_people p where p.bureau_code = r.bureau_code and p.record_id = r.id order by 1) as person_ids,
         (select coalesce(jsonb_agg(jsonb_build_object('id', v.file_id, 'isPicture', v.is_picture,
                                                       'addedAt', to_char(v.added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.added_at, v.file_id), '[]')
            from worklog.evidence v where v.bureau_code = r.bureau_code and v.record_id = r.id) as evidence
    from worklog.records r
    left join worklog.records c on c.bureau_code = r.bureau_code and c.corrects_id = r.id and c.is_counter
    left join worklog.state_ends e on e.bureau_code = r.bureau_code and e.record_id = r.id`

export async function findRecordUnit(tx: Tx, recordId: string): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from worklog.records where id = $1', [recordId])
  return rows[0]?.unit_code
}

/** The record, held until the end of the action: of two changes at once the second sees the first. @throws where there is none */
export async function getRecordForChange(tx: Tx, asked: { recordId: string; unitCode: UnitCode }): Promise<RecordRow> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 17))', [asked.recordId])
  const { rows } = await tx.query<RecordRow>(`${RECORD} where r.bureau_code = left($2, 6) and r.id = $1`, [asked.recordId, asked.unitCode])
  const row = rows[0]
  if (!row) throw new Error('the record was there a moment ago: records are never removed')
  return row
}

const KeptFacts: z.ZodType<KeptFact[]> = z.array(
  z.object({
    kind: z.string(),
    on: z.string(),
    quantity: z.string(),
    people: z.boolean(),
    dimensions: z.record(z.string(), z.string()),
  }),
)

/** What a record has told the indicators. */
export const factsOfRow = ({ facts }: Pick<RecordRow, 'facts'>): KeptFact[] => KeptFacts.parse(facts)
