import { isWithin, regionOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { countAnswered } from '../../../../platform/actions/receipt.ts'
import * as contract from '../../contract.ts'
import { checkFields } from '../../domain/check-fields.ts'
import { isOpenFile } from '../../domain/file-state.ts'
import { regionIssues } from '../file/check-regions.ts'
import { findTwin } from '../file/claim-citizen.ts'
import { wherePersonIs } from '../file/edit-file.ts'
import { type LoadedFile, lockFile } from '../file/load-file.ts'
import { transferCardOf } from '../file/masking.ts'
import { citizenIndex } from '../rows/person-row.ts'
import { finishHandOver } from './finish-hand-over.ts'
import { settle } from './transfer-rows.ts'

interface Request {
  readonly kind: 'pull' | 'push'
  readonly unitCode: UnitCode
  readonly counterpart: UnitCode | ''
  readonly reason: string
  readonly personId: string | null
  readonly card: Buffer | null
  readonly index: Buffer | null
}

/** Writes this side's row and lays the request before the other side. */
async function openRequest(
  { tx, actionId, now, actor }: ActionContext,
  request: Request,
): Promise<'open' | 'already-asked' | 'not-registered'> {
  const { unitCode, kind, counterpart, personId, reason, card, index } = request
  await tx.query(
    `insert into registry.transfer_requests
       (bureau_code, id, unit_code, direction, kind, counterpart, person_id, request_id, reason, opened_at, opened_by, card)
     values (left($1, 6), $2, $1, 'asked', $3, $4, $5, $2, $6, $7, $8, $9)`,
    [unitCode, actionId, kind, counterpart, personId, reason, now, actor.accountId, card],
  )
  const { rows } = await tx.query<{ said: 'open' | 'already-asked' | 'not-registered' }>('select registry.open_transfer($1, $2) as said', [
    actionId,
    index,
  ])
  return rows[0]?.said ?? 'not-registered'
}

export const askTransfer = action(contract.askTransfer, {
  grant: 'person.transfer',
  where: (input) => input.unitCode,
  refusals: { 'invalid-fields': 422, 'already-registered': 409, 'not-registered': 409, 'already-asked': 409, 'asked-too-often': 409 },
  async run(context, input) {
    const limit = await askDailyLimit(context)
    if ((await countAsked(context)) >= limit) return refuse({ code: 'asked-too-often', limit })
    const { values, issues } = checkFields({ citizenId: input.citizenId }, context.today)
    const misplaced = await regionIssues(context, [{ field: 'unitCode', code: regionOf(input.unitCode) }])
    if (values.citizenId === undefined || misplaced.length > 0) return refuse({ code: 'invalid-fields', issues: [...issues, ...misplaced] })
    const twin = await findTwin(context, values.citizenId)
    if (!twin) return refuse({ code: 'not-registered' })
    if (twin.code === 'already-registered') return refuse(twin)
    const index = citizenIndex(context.secrets, values.citizenId)
    const { unitCode, reason } = input
    const said = await openRequest(context, { kind: 'pull', unitCode, counterpart: '', reason, personId: null, card: null, index })
    return said === 'open' ? ok({ transferId: context.actionId, status: said }) : refuse({ code: said })
  },
})

export const sendTransfer = action(contract.sendTransfer, {
  grant: 'person.transfer',
  where: wherePersonIs,
  refusals: { 'file-closed': 409, 'same-unit': 422, 'unknown-unit': 422, 'already-asked': 409 },
  async run(context, input) {
    const file = await lockFile(context, input.personId)
    if (!file || !isOpenFile(file.state.person)) return refuse({ code: 'file-closed' })
    if (file.unitCode === input.toUnitCode) return refuse({ code: 'same-unit' })
    const unknown = await regionIssues(context, [{ field: 'toUnitCode', code: regionOf(input.toUnitCode) }])
    if (unknown.length > 0) return refuse({ code: 'unknown-unit' })
    if (await isOffered(context, file)) return refuse({ code: 'already-asked' })
    const card = context.secrets.encrypt(
      'registry.transfer_requests.card',
      context.actionId,
      JSON.stringify(transferCardOf(file, context.today)),
    )
    const { unitCode, id: personId } = file
    await openRequest(context, { kind: 'push', unitCode, counterpart: input.toUnitCode, reason: input.reason, personId, card, index: null })
    context.subject(personId)
    const status = isWithin(input.toUnitCode, context.actor.scope) ? await acceptOwn(context, file, input.toUnitCode) : 'open'
    return ok({ transferId: context.actionId, status })
  },
})

/** How often an account may ask for files elsewhere in a day, refused or not: each answer says whether there is one. */
async function askDailyLimit({ tx }: ActionContext): Promise<number> {
  const { rows } = await tx.query<{ value: number }>("select value from registry.settings where name = 'askTransferDailyLimit'")
  return rows[0]?.value ?? 0
}

/** Two askings of one account at once count one after the other. */
async function countAsked({ tx, actor, today }: ActionContext): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 35))', [actor.accountId])
  return await countAnswered(tx, actor, { actionName: contract.askTransfer.name, since: `${today}T00:00:00+08:00` })
}

async function isOffered({ tx }: ActionContext, { unitCode, id }: LoadedFile): Promise<boolean> {
  const { rows } = await tx.query(
    "select from registry.transfer_requests where bureau_code = left($1, 6) and person_id = $2 and kind = 'push' and direction = 'asked' and status = 'open'",
    [unitCode, id],
  )
  return rows.length > 0
}

/** Whoever is in charge of both stations need not ask themselves. */
async function acceptOwn(context: ActionContext, file: LoadedFile, toUnitCode: UnitCode): Promise<'accepted'> {
  const { rows } = await context.tx.query<{ id: string }>(
    "select id from registry.transfer_requests where bureau_code = left($1, 6) and request_id = $2 and direction = 'toDecide'",
    [toUnitCode, context.actionId],
  )
  const id = rows[0]?.id ?? ''
  const outcome = await settle(context, { id, unit_code: toUnitCode, request_id: context.actionId }, { status: 'accepted', answer: null })
  if (outcome !== 'accepted') throw new Error(`a hand-over inside one range came out as ${outcome}`)
  await finishHandOver(context, { personId: file.id, from: file.unitCode, to: toUnitCode, requestId: context.actionId })
  return outcome
}
