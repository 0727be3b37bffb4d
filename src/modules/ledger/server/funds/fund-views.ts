import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type BureauCode, bureauOf, type RegionCode, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { listIncoming } from './allocations.ts'
import { isBureau } from './fund-actions.ts'
import { listWaiting, type Proposal } from './proposal-rows.ts'

async function listAccounts(tx: Tx, bureau: BureauCode): Promise<contract.AccountRow[]> {
  const { rows } = await tx.query<contract.AccountRow & { balanceFen: bigint; heldFen: bigint }>(
    `select id, parent_id as "parentId", kind, fund_kind as "fundKind", name, purpose, balance_fen as "balanceFen", held_fen as "heldFen", kept_by is not null as "isKept"
       from ledger.accounts where bureau_code = $1 order by kind <> 'fund', opened_at, id limit 1000`,
    [bureau],
  )
  return rows.map((row) => ({
    ...row,
    balanceFen: String(row.balanceFen),
    heldFen: String(row.heldFen),
    availableFen: String(BigInt(row.balanceFen) - BigInt(row.heldFen)),
  }))
}

const waitingOf = ({ actor }: ViewContext, one: Proposal): contract.ProposalRow => ({
  id: one.id,
  kind: one.kind,
  fromName: one.fromName,
  toName: one.toName,
  toUnitCode: one.toUnitCode,
  amountFen: String(one.amountFen),
  purpose: one.purpose,
  memo: one.memo,
  madeAt: one.madeAt,
  can: {
    approve: actor.grants.has('ledger.approve') && one.madeBy !== actor.accountId,
    decline: actor.grants.has('ledger.approve'),
  },
})

export const seeFunds = view(contract.seeFunds, {
  grant: 'ledger.read',
  where: ({ place }) => place,
  async run(context, { place }) {
    const { tx, actor } = context
    const bureau = bureauOf(place)
    const { rows } = await tx.query<{ closedThroughOn: PlainDate | null; at: string | null; why: string | null }>(
      `select closed_through_on as "closedThroughOn", stopped_at as at, stopped_why as why from ledger.books where bureau_code = $1`,
      [bureau],
    )
    const { closedThroughOn = null, at = null, why = null } = rows[0] ?? {}
    // Above the counties there are bureaus only; a village has none, and sees none.
    const isHere = isBureau(place)
    const incoming = isHere ? await listIncoming(tx, place) : []
    const may = (grant: 'ledger.write' | 'ledger.approve') => isHere && actor.grants.has(grant)
    return {
      closedThroughOn,
      stopped: at !== null && why !== null ? { at, why } : null,
      accounts: isHere ? await listAccounts(tx, bureau) : [],
      proposals: isHere ? (await listWaiting(tx, bureau)).map((one) => waitingOf(context, one)) : [],
      incoming: incoming.map((one) => ({ ...one, amountFen: String(one.amountFen) })),
      can: {
        propose: may('ledger.write'),
        open: may('ledger.write'),
        receive: may('ledger.write'),
        close: may('ledger.approve'),
        resume: may('ledger.approve') && at !== null,
      },
    }
  },
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface EntryRow {
  readonly postingId: string
  readonly kind: string
  readonly amountFen: bigint
  readonly memo: string
  readonly purpose: string | null
  readonly postedOn: PlainDate
  readonly recordedAt: string
  readonly madeBy: string | null
  readonly checkedBy: string | null
  readonly paidBy: string | null
  readonly isReversed: boolean
}

/** Who made, checked and paid, by name where the reader may see the account. */
const NAMED = (column: string): string => `(select c.name from access.accounts c where c.id = p.${column})`

export const listEntries = view(contract.listEntries, {
  grant: 'ledger.read',
  async where({ accountId }, { tx }) {
    const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from ledger.accounts where id = $1', [accountId])
    return rows[0]?.unit_code as string as RegionCode | undefined
  },
  async run({ tx }, { accountId, cursor, limit }) {
    const { rows } = await tx.query<EntryRow>(
      `select p.id as "postingId", p.kind, e.amount_fen as "amountFen", p.memo, p.purpose, p.posted_on as "postedOn", p.recorded_at as "recordedAt",
              ${NAMED('made_by')} as "madeBy", ${NAMED('checked_by')} as "checkedBy", ${NAMED('paid_by')} as "paidBy",
              exists (select from ledger.postings r where r.bureau_code = p.bureau_code and r.reverses_id = p.id) as "isReversed"
         from ledger.entries e join ledger.postings p on p.bureau_code = e.bureau_code and p.id = e.posting_id
        where e.bureau_code = (select a.bureau_code from ledger.accounts a where a.id = $1) and e.account_id = $1
          and ($2::uuid is null or e.posting_id < $2)
        order by e.posting_id desc limit $3`,
      [accountId, UUID.test(cursor ?? '') ? cursor : null, limit + 1],
    )
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown.map((row) => ({ ...row, amountFen: String(row.amountFen) })),
      ...(rows.length > limit && last ? { next: last.postingId } : {}),
    }
  },
})
