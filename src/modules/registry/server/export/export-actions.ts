import { UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { countPersons } from '../find/list-persons.ts'
import { exportJob } from './export-job.ts'
import { countUnapprovedToday, type ExportRow, findExport, insertExport, lockExport } from './export-rows.ts'

/** More rows than a spreadsheet program opens well; a larger roster is asked for by place. */
const LARGEST = 100_000

export const askExport = action(contract.askExport, {
  grant: 'person.export',
  where: ({ filter }) => filter.place,
  refusals: { 'nobody-found': 422, 'too-many': 422, 'not-in-full': 422 },
  async run(context, { filter, purpose, full }) {
    const columns = [...new Set(full)]
    if (columns.length > 0 && !context.actor.grants.has('person.unmask')) return refuse({ code: 'not-in-full' })
    const people = await countPersons(context, filter)
    if (people === 0) return refuse({ code: 'nobody-found' })
    if (people > LARGEST) return refuse({ code: 'too-many', people, limit: LARGEST })
    const today = await countUnapprovedToday(context)
    const needsApproval = columns.length > 0 || today + people > contract.WITHOUT_APPROVAL
    const unitCode = UnitCode.parse(filter.place)
    const id = context.actionId
    await insertExport(context, { id, unit_code: unitCode, filter, purpose, people, full_columns: columns, needs_approval: needsApproval })
    if (!needsApproval) await context.job(exportJob.name, { exportId: id })
    context.note({ export: id, people, full: columns.join(' '), needsApproval })
    return ok({ exportId: id, status: needsApproval ? ('waiting' as const) : ('queued' as const), people })
  },
})

const whereExport = async ({ exportId }: { exportId: string }, { tx }: ViewContext) => (await findExport(tx, exportId))?.unit_code

type Waiting = Result<ExportRow, { code: 'already-decided'; status: ExportRow['status'] } | { code: 'own-request' }>

/** A request that still waits, held for the decision of a second person. The database refuses it to the first. */
async function lockWaiting({ tx, actor, unitCode }: ActionContext, exportId: string): Promise<Waiting> {
  const row = await lockExport(tx, { id: exportId, unitCode })
  if (row.asked_by === actor.accountId) return refuse({ code: 'own-request' })
  if (row.status !== 'waiting') return refuse({ code: 'already-decided', status: row.status })
  return ok(row)
}

async function decide(
  context: ActionContext,
  row: ExportRow,
  said: { status: 'queued' | 'declined'; answer: string | null },
): Promise<void> {
  const { tx, actor, now, unitCode } = context
  await tx.query(
    `update registry.exports set status = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, answer = $7
      where bureau_code = left($1, 6) and id = $2`,
    [unitCode, row.id, said.status, actor.accountId, actor.name, now, said.answer],
  )
  context.note({ export: row.id, people: row.people, full: row.full_columns.join(' ') })
}

export const approveExport = action(contract.approveExport, {
  grant: 'export.approve',
  where: whereExport,
  refusals: { 'already-decided': 409, 'own-request': 409, 'has-grown': 409 },
  async run(context, { exportId, answer, people }) {
    const waiting = await lockWaiting(context, exportId)
    if (!waiting.ok) return waiting
    // What leaves is the roster of now: nobody agrees to more people than they were told.
    const today = await countPersons(context, contract.PersonFilter.parse(waiting.value.filter))
    if (today > (people ?? waiting.value.people)) return refuse({ code: 'has-grown', people: today })
    await decide(context, { ...waiting.value, people: today }, { status: 'queued', answer: answer?.trim() || null })
    await context.job(exportJob.name, { exportId })
    return ok({ exportId, status: 'queued' as const })
  },
})

export const declineExport = action(contract.declineExport, {
  grant: 'export.approve',
  where: whereExport,
  refusals: { 'already-decided': 409, 'own-request': 409 },
  async run(context, { exportId, answer }) {
    const waiting = await lockWaiting(context, exportId)
    if (!waiting.ok) return waiting
    await decide(context, waiting.value, { status: 'declined', answer })
    return ok({ exportId, status: 'declined' as const })
  },
})
