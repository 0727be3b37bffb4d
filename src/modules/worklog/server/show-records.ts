import { Uscc } from '../../../kernel/uscc.ts'
import type { ViewContext } from '../../../platform/actions/context.ts'
import { personCards } from '../../registry/index.ts'
import type { WorkRecord } from '../contract.ts'
import { findKind } from './kind-rows.ts'
import type { RecordRow } from './record-queries.ts'
import { openNotes } from './record-rows.ts'

type Cards = Awaited<ReturnType<typeof personCards>>

interface Showing {
  readonly cards: Cards
  readonly lasting: ReadonlySet<string>
}

function stateOf(row: RecordRow, today: string): WorkRecord['state'] {
  if (row.is_counter) return 'counterRecord'
  if (row.counter_id !== null) return 'corrected'
  const until = row.ended_on ?? row.until_day
  return until !== null && until <= today ? 'ended' : 'counts'
}

function recordOf(row: RecordRow, context: ViewContext, { cards, lasting }: Showing): WorkRecord {
  const mayWrite = context.actor.grants.has('work.write')
  const until = row.ended_on ?? row.until_day
  const state = stateOf(row, context.today)
  const stands = state === 'counts' || state === 'ended'
  return {
    id: row.id,
    kind: row.kind,
    kindVersion: row.kind_version,
    unitCode: row.unit_code,
    madeByUnit: row.made_by_unit,
    on: row.on_day,
    until,
    values: { ...row.field_values, ...(mayWrite ? openNotes(context.secrets, row.id, row.notes) : {}) },
    organisation: row.organisation === null ? null : { name: row.organisation, uscc: row.uscc === null ? null : Uscc.parse(row.uscc) },
    people: row.person_ids.flatMap((id) => {
      const card = cards.get(id)
      return card ? [{ id, nameMasked: card.nameMasked }] : []
    }),
    evidence: row.evidence,
    recordedAt: row.recorded_at,
    state,
    correctsId: row.corrects_id,
    counterReason: row.counter_reason,
    can: {
      correct: mayWrite && stands,
      end: mayWrite && state === 'counts' && until === null && lasting.has(row.kind),
      attach: mayWrite && stands,
    },
  }
}

/** Which of the kinds of some records stand for something that lasts. */
async function lastingKinds({ tx }: ViewContext, rows: readonly RecordRow[]): Promise<ReadonlySet<string>> {
  const lasting = new Set<string>()
  for (const [code, place] of new Map(rows.map((row) => [row.kind, row.unit_code]))) {
    if ((await findKind(tx, { code, place }))?.kind.state) lasting.add(code)
  }
  return lasting
}

/** Records as the desk shows them, persons masked, notes only to those who write records. */
export async function showRecords(rows: readonly RecordRow[], context: ViewContext): Promise<WorkRecord[]> {
  const cards = await personCards(context, [...new Set(rows.flatMap(({ person_ids }) => person_ids))])
  const showing = { cards, lasting: await lastingKinds(context, rows) }
  return rows.map((row) => recordOf(row, context, showing))
}
