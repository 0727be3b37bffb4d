import { type BureauCode, bureauOf, rangeOf, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { personCards } from '../../../registry/index.ts'
import type { Claim } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { type BankWord, bankWords } from '../bank-says.ts'
import { type ClaimRow, listClaimRows, sumApproved } from './claim-rows.ts'
import { listPayingFunds } from './paying-funds.ts'
import { ratesAt } from './rate-rows.ts'

function canOf({ actor: { grants, accountId } }: ViewContext, row: ClaimRow, bank: BankWord | undefined): Claim['can'] {
  const isDrafter = row.drafted_by === accountId
  const mayDecide = grants.has('ledger.approve') && row.state === 'checked'
  return {
    submit: row.state === 'drafted' && grants.has('claim.write'),
    check: row.state === 'submitted' && grants.has('ledger.write') && !isDrafter,
    approve: mayDecide && !isDrafter && row.checked_by !== accountId,
    refuse: mayDecide || (row.state === 'submitted' && grants.has('ledger.approve')),
    // What came back is paid again from its batch: there is nothing to take over until the bank has answered once more.
    settle: row.state === 'sent' && bank?.state !== 'returned' && grants.has('ledger.write'),
    clawBack: row.state === 'paid' && row.stay_months > 0 && grants.has('ledger.write'),
    receiveBack: row.state === 'owedBack' && grants.has('ledger.approve') && row.claimed_by !== accountId,
  }
}

const toClaim = (
  context: ViewContext,
  row: ClaimRow,
  { nameMasked, bank }: { nameMasked: string | null; bank: BankWord | undefined },
): Claim => ({
  id: row.id,
  personId: row.person_id,
  nameMasked,
  kind: row.kind,
  rateName: row.rate_name,
  payeeName: row.payee_name,
  payeeUscc: row.payee_uscc,
  beganOn: row.began_on,
  amountFen: row.amount_fen,
  state: row.state,
  draftedOn: row.drafted_on,
  paidOn: row.paid_on,
  refusedFor: row.refused_for,
  batchId: context.actor.grants.has('ledger.read') ? (bank?.batchId ?? row.batch_id) : null,
  returnedFor: bank?.reason ?? null,
  can: canOf(context, row, bank),
})

const isOffice = (place: string): boolean => ['county', 'city'].includes(tierOf(place as UnitCode))

export const listClaims = view(contract.listClaims, {
  grant: 'claim.read',
  where: ({ place }) => place,
  async run(context, { place }) {
    const { tx, actor } = context
    const rows = await listClaimRows(tx, rangeOf(place))
    const sees = actor.grants.has('person.read')
    const cards = sees ? await personCards(context, [...new Set(rows.map(({ person_id }) => person_id))]) : new Map()
    const banks = await bankWords(
      tx,
      rows.filter(({ state }) => state === 'sent'),
    )
    const { count, fen } = await sumApproved(tx, rangeOf(place))
    const mayWrite = isOffice(place) && actor.grants.has('ledger.write')
    const mayPay = mayWrite && count > 0
    const funds = mayPay ? await listPayingFunds(tx, bureauOf(place) as BureauCode) : []
    return {
      claims: rows.map((row) =>
        toClaim(context, row, { nameMasked: cards.get(row.person_id)?.nameMasked ?? null, bank: banks.get(row.id) }),
      ),
      rates: await ratesAt(context, place),
      approvedFen: fen,
      approved: count,
      funds: funds.map(({ id, name, availableFen }) => ({ id, name, availableFen: String(availableFen) })),
      can: { draft: actor.grants.has('claim.write'), enterRate: mayWrite, pay: mayPay },
    }
  },
})
