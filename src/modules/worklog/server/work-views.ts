import { rangeOf } from '../../../kernel/region-code.ts'
import { view } from '../../../platform/actions/declare.ts'
import { nextByDay, placeAfter } from '../../../platform/database/day-cursor.ts'
import { type Condition, readByDay } from '../../../platform/database/day-page.ts'
import { listFileIds } from '../../registry/index.ts'
import { getWork as GetWork, listWork as ListWork } from '../contract.ts'
import { findRecordUnit, RECORD, type RecordRow } from './record-queries.ts'
import { showRecords } from './show-records.ts'

/** What was recorded for a file that was merged was recorded for the person. */
const NAMES =
  'exists (select from worklog.record_people p where p.bureau_code = r.bureau_code and p.record_id = r.id and p.person_id = any(?::uuid[]))'

const BY_DAY = { table: 'worklog.records', day: 'on_day', first: 'newest' } as const

export const listWork = view(ListWork, {
  grant: 'work.read',
  where: ({ place }, { actor }) => place ?? actor.unitCode,
  async run(context, { place, cursor, limit, kind, from, to, personId }) {
    const within = place ? rangeOf(place) : context.actor.scope
    const asked: readonly Condition[] = [
      ...(kind === undefined ? [] : [['r.kind = ?', [kind]] as const]),
      ...(from === undefined ? [] : [['r.on_day >= ?', [from]] as const]),
      ...(to === undefined ? [] : [['r.on_day <= ?', [to]] as const]),
      ...(personId === undefined ? [] : [[NAMES, [await listFileIds(context.tx, personId)]] as const]),
    ]
    const areFew = kind !== undefined || personId !== undefined
    const page = { ...BY_DAY, range: within, asked, areFew, after: placeAfter(cursor), limit: limit + 1 }
    const rows = await readByDay<RecordRow>(context.tx, page, RECORD)
    return {
      rows: await showRecords(rows.slice(0, limit), context),
      ...nextByDay(rows, limit, ({ on_day }) => on_day),
    }
  },
})

interface Event {
  what: 'recorded' | 'ended' | 'counterRecord' | 'recordedAnew'
  at: string
  on: RecordRow['on_day']
  reason: string | null
  id: string
}

/** What became of a record, in the order of its days: it was recorded, ended, taken back, recorded anew. */
function historyOf(row: RecordRow, others: readonly RecordRow[]): Event[] {
  const told = (what: Event['what'], of: RecordRow): Event => ({
    what,
    at: of.recorded_at,
    on: of.on_day,
    reason: of.counter_reason,
    id: of.id,
  })
  const ended =
    row.ended_on === null ? [] : [{ what: 'ended' as const, at: row.ended_at ?? '', on: row.ended_on, reason: row.end_reason, id: row.id }]
  const after = others.filter(({ corrects_id }) => corrects_id === row.id)
  const before = others.filter(({ id }) => id === row.corrects_id)
  return [
    ...before.map((one) => told('recorded', one)),
    told(row.is_counter ? 'counterRecord' : row.corrects_id === null ? 'recorded' : 'recordedAnew', row),
    ...ended,
    ...after.map((one) => told(one.is_counter ? 'counterRecord' : 'recordedAnew', one)),
  ]
}

export const getWork = view(GetWork, {
  grant: 'work.read',
  where: ({ recordId }, { tx }) => findRecordUnit(tx, recordId),
  async run(context, { recordId }) {
    const { rows } = await context.tx.query<RecordRow>(
      `${RECORD} where r.id = $1 or r.corrects_id = $1 or r.id = (select o.corrects_id from worklog.records o where o.id = $1) order by r.recorded_at, r.id`,
      [recordId],
    )
    const row = rows.find(({ id }) => id === recordId)
    const [record] = row ? await showRecords([row], context) : []
    return row && record ? { record, history: historyOf(row, rows) } : undefined
  },
})
