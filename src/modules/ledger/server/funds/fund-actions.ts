import { type BureauCode, bureauOf, isWithin, type RegionCode, rangeOf, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { openFund } from '../open-fund.ts'
import { isKeptElsewhere } from './kept-accounts.ts'
import { findProposal } from './proposal-rows.ts'

/** Whose books there are: of a county, a city or a province. */
export const isBureau = (place: UnitCode | RegionCode): boolean =>
  place.length === 12 && place.endsWith('000000') && ['county', 'city', 'province'].includes(tierOf(place))

export const openFundAction = action(contract.openFundAction, {
  grant: 'ledger.write',
  where: ({ place }) => place,
  refusals: { 'not-a-bureau': 422, 'name-taken': 409, 'parent-unknown': 404, 'parent-of-other-kind': 422, 'id-taken': 409 },
  async run({ tx, actor, now, actionId, subject, note }, { place, parentId, fundKind, name, purpose }) {
    if (!isBureau(place)) return refuse({ code: 'not-a-bureau' })
    const fund = { id: actionId, bureau: bureauOf(place), parentId, fundKind, name, purpose, at: now, by: actor.accountId }
    const opened = await openFund(tx, fund)
    if (!opened.ok) return opened
    subject(actionId)
    note({ fundKind })
    return opened
  },
})

interface Proposed {
  readonly kind: 'income' | 'shift' | 'allocate' | 'reversal'
  readonly from: string | null
  readonly to: string | null
  readonly toPlace: string | null
  readonly reverses: string | null
  readonly amountFen: string
}

type ProposeRefusal =
  | { code: 'account-unknown'; accountId: string }
  | { code: 'posting-unknown' }
  | { code: 'not-reversible' }
  | { code: 'not-below' }
  | { code: 'same-account' }
  | { code: 'kept-elsewhere' }

const NOTHING = { from: null, to: null, toPlace: null, reverses: null } as const

/** The mirror of a posting, where it is one that was made by hand. */
async function readReversal(tx: Tx, bureau: BureauCode, postingId: string): Promise<Result<Proposed, ProposeRefusal>> {
  const { rows } = await tx.query<{ kind: string; fen: bigint }>(
    `select p.kind, (select sum(e.amount_fen) from ledger.entries e where e.bureau_code = p.bureau_code and e.posting_id = p.id and e.amount_fen > 0)::bigint as fen
       from ledger.postings p where p.bureau_code = $1 and p.id = $2`,
    [bureau, postingId],
  )
  const found = rows[0]
  if (!found) return refuse({ code: 'posting-unknown' })
  if (found.kind !== 'income' && found.kind !== 'shift') return refuse({ code: 'not-reversible' })
  if (await isKeptElsewhere(tx, bureau, { postingId: postingId })) return refuse({ code: 'kept-elsewhere' })
  return ok({ ...NOTHING, kind: 'reversal', reverses: postingId, amountFen: String(found.fen) })
}

/** What is asked for, once its funds and places are known to be there. */
async function readMove(
  { tx }: ActionContext,
  place: RegionCode,
  move: { kind: string } & Partial<{ from: string; to: string; toPlace: RegionCode; amountFen: string; postingId: string }>,
): Promise<Result<Proposed, ProposeRefusal>> {
  const bureau = bureauOf(place)
  const { from = null, to = null, toPlace, amountFen = '0' } = move
  if (move.postingId !== undefined) return await readReversal(tx, bureau, move.postingId)
  for (const accountId of [from, to]) {
    if (accountId === null) continue
    const { rowCount } = await tx.query(`select from ledger.accounts where bureau_code = $1 and id = $2 and kind = 'fund'`, [
      bureau,
      accountId,
    ])
    if (rowCount !== 1) return refuse({ code: 'account-unknown', accountId })
  }
  if (await isKeptElsewhere(tx, bureau, { accountIds: [from, to] })) return refuse({ code: 'kept-elsewhere' })
  if (from !== null && from === to) return refuse({ code: 'same-account' })
  if (toPlace !== undefined) {
    if (!isBureau(toPlace) || toPlace === place || !isWithin(toPlace, rangeOf(place))) return refuse({ code: 'not-below' })
    return ok({ ...NOTHING, kind: 'allocate', from, toPlace, amountFen })
  }
  return ok({ ...NOTHING, kind: from === null ? 'income' : 'shift', from, to, amountFen })
}

export const proposeMove = action(contract.proposeMove, {
  grant: 'ledger.write',
  where: ({ place }) => place,
  refusals: {
    'account-unknown': 404,
    'posting-unknown': 404,
    'not-reversible': 422,
    'not-below': 422,
    'same-account': 422,
    'kept-elsewhere': 409,
  },
  async run(context, { place, move, purpose, memo }) {
    const { tx, actor, now, actionId, unitCode, subject, note } = context
    const read = await readMove(context, place, move)
    if (!read.ok) return read
    const { kind, from, to, toPlace, reverses, amountFen } = read.value
    await tx.query(
      `insert into ledger.proposals (bureau_code, id, unit_code, kind, from_account_id, to_account_id, to_unit_code, reverses_id, amount_fen,
         purpose, memo, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [bureauOf(unitCode), actionId, unitCode, kind, from, to, toPlace, reverses, amountFen, purpose, memo, actor.accountId, now],
    )
    subject(actionId)
    note({ kind, fen: amountFen })
    return ok({ proposalId: actionId })
  },
})

export const declineMove = action(contract.declineMove, {
  grant: 'ledger.approve',
  where: async ({ proposalId }, { tx }) => (await findProposal(tx, proposalId))?.unitCode,
  refusals: { 'already-settled': 409 },
  async run({ tx, actor, now, unitCode, subject }, { proposalId }) {
    const { rowCount } = await tx.query(
      `update ledger.proposals set state = 'declined', checked_by = $3, checked_at = $4
        where bureau_code = $1 and id = $2 and state = 'waiting'`,
      [bureauOf(unitCode), proposalId, actor.accountId, now],
    )
    if (rowCount !== 1) return refuse({ code: 'already-settled' })
    subject(proposalId)
    return ok({ proposalId })
  },
})
