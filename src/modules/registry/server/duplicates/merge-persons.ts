import type { z } from 'zod'
import type { PersonId } from '../../../../kernel/id.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { type FileState, isOpenFile } from '../../domain/file-state.ts'
import { mergeFiles } from '../../domain/merge-files.ts'
import { claimCitizen, releaseCitizen } from '../file/claim-citizen.ts'
import { tellMerged } from '../file/file-followers.ts'
import { findFile, findPersonUnit, type LoadedFile, lockFile } from '../file/load-file.ts'
import { emitStocks } from '../file/registry-facts.ts'
import { saveFile } from '../file/save-file.ts'

type Merge = z.output<typeof contract.mergePersons.input>
type Pair = { readonly kept: LoadedFile; readonly gone: LoadedFile }

/** What registry.merges.before holds: both files before, and the versions right after. */
export interface MergeRecord {
  readonly kept: FileState
  readonly gone: FileState
  readonly keptVersion: number
  readonly goneVersion: number
}

export const mergePersons = action(contract.mergePersons, {
  grant: 'person.merge',
  where: ({ keptId }, { tx }) => findPersonUnit(tx, keptId),
  refusals: { 'changed-meanwhile': 409, 'file-closed': 409, 'same-file': 422, 'other-bureau': 422, 'other-not-found': 404 },
  async run(context, input) {
    const pair = await lockBoth(context, input)
    if (!pair.ok) return pair
    const { kept, gone } = pair.value
    const after = mergeFiles(kept.state, gone.state, { keptId: kept.id, take: input.take })
    await releaseCitizen(context, gone.state.person.citizenId, gone.id)
    if (after.kept.person.citizenId !== kept.state.person.citizenId) {
      await releaseCitizen(context, kept.state.person.citizenId, kept.id)
      await claimCitizen(context, { citizenId: after.kept.person.citizenId, unitCode: kept.unitCode, personId: kept.id })
    }
    // The parts leave the one file before they enter the other, under the same ids.
    const closed = await saveFile(context, gone, { after: after.gone, why: input })
    const saved = await saveFile(context, kept, { after: after.kept, why: input })
    for (const [file, state] of [
      [gone, after.gone],
      [kept, after.kept],
    ] as const)
      emitChange(context, file, state)
    const before: MergeRecord = { kept: kept.state, gone: gone.state, keptVersion: saved.version, goneVersion: closed.version }
    await context.tx.query(
      `insert into registry.merges (bureau_code, id, unit_code, kept_id, merged_id, reason, before, merged_at, merged_by)
       values (left($1, 6), $2, $1, $3, $4, $5, $6, $7, $8)`,
      [kept.unitCode, context.actionId, kept.id, gone.id, input.reason, sealRecord(context, before), context.now, context.actor.accountId],
    )
    await tellMerged(context, { from: gone.id, to: kept.id, unitCode: kept.unitCode })
    context.subject(kept.id)
    await context.tx.query('select access.follow_merge($1, $2, $3)', [gone.id, kept.id, context.now])
    context.note({ merged: gone.id })
    context.fact({ kind: 'person.merged', on: context.today, personIds: [kept.id] })
    return ok({ ...saved, mergeId: context.actionId })
  },
})

const sealRecord = ({ secrets, actionId }: ActionContext, record: MergeRecord): Buffer =>
  secrets.encrypt('registry.merges.before', actionId, JSON.stringify(record))

export function emitChange(context: ActionContext, file: LoadedFile, state: FileState): void {
  const { unitCode } = file
  emitStocks(context, file.id, { before: { unitCode, state: file.state }, after: { unitCode, state } })
}

/** Locks two files in the order of their ids, so that two merges of the same pair wait for each other and do not embrace. */
export async function lockPair(context: ActionContext, ids: readonly [PersonId, PersonId]): Promise<Map<string, LoadedFile>> {
  const found = new Map<string, LoadedFile>()
  for (const id of ids.toSorted()) {
    const file = await lockFile(context, id)
    if (file) found.set(id, file)
  }
  return found
}

type LockRefusal = z.output<typeof contract.mergePersons.refusal>

async function lockBoth(context: ActionContext, input: Merge): Promise<Result<Pair, LockRefusal>> {
  const { keptId, mergedId } = input
  if (keptId === mergedId) return refuse({ code: 'same-file' })
  const other = await findFile(context, mergedId)
  if (!other) return refuse({ code: 'other-not-found' })
  if (bureauOf(other.unitCode) !== bureauOf(context.unitCode)) return refuse({ code: 'other-bureau' })
  const files = await lockPair(context, [keptId, mergedId])
  const [kept, gone] = [files.get(keptId), files.get(mergedId)]
  if (!kept || !gone || !isOpenFile(kept.state.person) || !isOpenFile(gone.state.person)) return refuse({ code: 'file-closed' })
  if (kept.version !== input.keptVersion) return refuse({ code: 'changed-meanwhile', version: kept.version, fields: [] })
  if (gone.version !== input.mergedVersion) return refuse({ code: 'changed-meanwhile', version: gone.version, fields: [] })
  return ok({ kept, gone })
}
