import { uuidv7 } from 'uuidv7'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { Uscc } from '../../../../kernel/uscc.ts'
import type { StationContext, StationMove } from '../../../registry/index.ts'
import { endingFacts } from '../../domain/facts-of.ts'
import { factsOfRow } from '../record-queries.ts'
import { insertRecords, openNotes } from '../record-rows.ts'
import { moveSite } from '../sites/site-rows.ts'
import { tellFacts } from '../tell-facts.ts'
import { listStanding, type Standing } from './standing-records.ts'

const INSERT_END = `
  insert into worklog.state_ends (bureau_code, record_id, unit_code, ended_on, reason, recorded_by, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7)`

/** What stands at a station that is handed over ends there today and stands at the successor from today on, word for word. */
export async function followStation(context: StationContext, move: StationMove): Promise<number> {
  const standing = await listStanding(context.tx, move.from)
  for (const one of standing) await handOn(context, move, one)
  return standing.length
}

async function handOn(context: StationContext, { to, reason }: StationMove, { row, kind }: Standing): Promise<void> {
  const { tx, today, now, actor, secrets } = context
  await tx.query(INSERT_END, [bureauOf(row.unit_code), row.id, row.unit_code, today, reason, actor.accountId, now])
  const told = factsOfRow(row)
  tellFacts(context, { unitCode: row.unit_code, personIds: row.person_ids, facts: endingFacts(told, today) })

  const facts = told.map((fact) => ({ ...fact, on: today }))
  const values = { ...row.field_values, ...openNotes(secrets, row.id, row.notes) }
  const organisation =
    row.organisation === null
      ? {}
      : { organisation: { name: row.organisation, ...(row.uscc === null ? {} : { uscc: Uscc.parse(row.uscc) }) } }
  const fields = { unitCode: to, kind: kind.code, on: today, personIds: row.person_ids, values, ...organisation }
  const id = uuidv7()
  await insertRecords(context, [{ id, entry: { kind, fields, facts } }])
  await moveSite(tx, { recordId: row.id, unitCode: row.unit_code }, { recordId: id, unitCode: to })
  tellFacts(context, { unitCode: to, personIds: row.person_ids, facts })
}
