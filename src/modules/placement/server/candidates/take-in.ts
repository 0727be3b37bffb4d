import { uuidv7 } from 'uuidv7'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Paper } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { reportBy } from '../../domain/states/report-in-time.ts'
import { findRoundOfCandidate } from '../rounds/held-by-round.ts'
import { beginStep, type CandidateRow, lockCandidate, takeStep, tellDue, whereCandidateIs } from './candidate-rows.ts'

async function insertCheck(
  { tx, today, now, actor }: ActionContext,
  row: CandidateRow,
  { receivedOn, pages, missing }: { receivedOn: string; pages: number; missing: readonly Paper[] },
): Promise<void> {
  await tx.query(
    `insert into placement.file_checks (bureau_code, id, unit_code, candidate_id, person_id, received_on, pages, missing, checked_on, checked_at, checked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [bureauOf(row.unit_code), uuidv7(), row.unit_code, row.id, row.person_id, receivedOn, pages, missing, today, now, actor.accountId],
  )
  await tx.query('update placement.candidates set file_received_on = $3 where bureau_code = $1 and id = $2', [
    bureauOf(row.unit_code),
    row.id,
    receivedOn,
  ])
}

/** A file is checked when it comes, and again when what was missing has come: the first check is the step. */
export const checkFile = action(contract.checkFile, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'not-from-here': 409, 'changed-meanwhile': 409, 'in-future': 422 },
  async run(context, input) {
    if (input.receivedOn > context.today) return refuse({ code: 'in-future', today: context.today })
    const row = await lockCandidate(context.tx, input.candidateId)
    if (row.steps !== input.steps) return refuse({ code: 'changed-meanwhile', steps: row.steps })
    if (row.state !== 'announced' && row.state !== 'fileReceived') return refuse({ code: 'not-from-here', state: row.state })
    await insertCheck(context, row, { ...input, missing: [...new Set(input.missing)] })
    const stepped = await takeStep(context, { row, step: 'receiveFile', to: 'fileReceived' })
    context.note({ pages: input.pages, missing: input.missing.length })
    return ok(stepped)
  },
})

async function missingPapers({ tx }: ActionContext, candidateId: string): Promise<Paper[]> {
  const { rows } = await tx.query<{ missing: Paper[] }>(
    'select missing from placement.file_checks where candidate_id = $1 order by checked_at desc, id desc limit 1',
    [candidateId],
  )
  return rows[0]?.missing ?? []
}

export const reportCandidate = action(contract.reportCandidate, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'not-from-here': 409, 'changed-meanwhile': 409, 'in-future': 422, 'file-lacks-papers': 409, 'late-without-cause': 422 },
  async run(context, input) {
    if (input.reportedOn > context.today) return refuse({ code: 'in-future', today: context.today })
    const begun = await beginStep(context, input, 'report')
    if (!begun.ok) return begun
    const { row, to } = begun.value
    const missing = await missingPapers(context, row.id)
    if (missing.length > 0) return refuse({ code: 'file-lacks-papers', missing })
    const lastDay = reportBy(row.leaving_on)
    if (input.reportedOn > lastDay && input.cause === undefined) return refuse({ code: 'late-without-cause', lastDay })
    await context.tx.query('update placement.candidates set reported_on = $3 where bureau_code = $1 and id = $2', [
      bureauOf(row.unit_code),
      row.id,
      input.reportedOn,
    ])
    return ok(await takeStep(context, { row, step: 'report', to, reason: input.cause }))
  },
})

export const leaveWay = action(contract.leaveWay, {
  grant: 'placement.approve',
  where: whereCandidateIs,
  refusals: { 'not-from-here': 409, 'changed-meanwhile': 409, 'not-late': 409, 'in-a-round': 409 },
  async run(context, input) {
    const begun = await beginStep(context, input, input.step)
    if (!begun.ok) return begun
    const { row, to } = begun.value
    const title = row.state === 'selecting' ? await findRoundOfCandidate(context.tx, row.id) : undefined
    if (title !== undefined) return refuse({ code: 'in-a-round', title })
    const lastDay = reportBy(row.leaving_on)
    if (input.step === 'waiveLate' && context.today <= lastDay) return refuse({ code: 'not-late', lastDay })
    context.note({ exit: input.step })
    tellDue(context, row, { was: row.way === 'arrangedWork', is: false })
    return ok(await takeStep(context, { row, step: input.step, to, reason: input.reason }))
  },
})
