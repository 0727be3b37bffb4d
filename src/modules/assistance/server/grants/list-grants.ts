import { rangeOf, regionOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { type AidMatter, findAidMatter, listAidMatters } from '../../../casework/index.ts'
import { listNames } from '../../../network/index.ts'
import { personCards } from '../../../registry/index.ts'
import type { Grant, ReadyMatter } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { type BankWord, bankWords } from '../bank-says.ts'
import { findGrants, type GrantRow, grantsOfMatter, sumOf } from './grant-rows.ts'

/** Names of the people of matters, masked; of nobody for who sees no files. */
async function maskedNames(context: ViewContext, matters: readonly AidMatter[]): Promise<(aid: AidMatter | undefined) => string | null> {
  if (!context.actor.grants.has('person.read')) return () => null
  const cards = await personCards(context, [...new Set(matters.flatMap(({ personId }) => personId ?? []))])
  return (aid) => (aid?.personId ? (cards.get(aid.personId)?.nameMasked ?? null) : null)
}

function canOf({ actor: { grants, accountId } }: ViewContext, row: GrantRow, bank: BankWord | undefined): Grant['can'] {
  const mayCheck = row.state === 'proposed' && grants.has('ledger.approve') && row.proposed_by !== accountId
  const isOwn = [row.proposed_by, row.checked_by].includes(accountId)
  return {
    approve: mayCheck,
    refuse: mayCheck,
    pay: row.state === 'approved' && grants.has('ledger.pay') && !isOwn,
    followUp: row.state === 'paid' && grants.has('ledger.write'),
    cancel: row.state === 'approved' && grants.has('ledger.approve') && row.proposed_by !== accountId,
    // What came back is paid again from its batch: there is nothing to take over until the bank has answered once more.
    settle: row.state === 'sent' && bank?.state !== 'returned' && grants.has('ledger.pay') && !isOwn,
    takeBack: row.state === 'paid' && grants.has('ledger.approve') && ![row.proposed_by, row.paid_by].includes(accountId),
  }
}

const isPaid = ({ state }: GrantRow): boolean => state === 'paid' || state === 'followedUp'

const grantOf = (
  context: ViewContext,
  row: GrantRow,
  { aid, nameMasked, bank }: { aid: AidMatter | undefined; nameMasked: string | null; bank: BankWord | undefined },
): Grant => {
  const papersMissing = isPaid(row) && row.way === 'emergency' && aid?.way === 'emergency'
  return {
    id: row.id,
    fundId: row.fund_id,
    fundName: row.fund_name,
    matterId: row.matter_id,
    number: row.number,
    way: row.way,
    cause: row.cause,
    amountFen: row.amount_fen,
    topUpReason: row.top_up_reason,
    state: row.state,
    proposedOn: row.proposed_on,
    refusedFor: row.refused_for,
    paidOn: row.paid_on,
    outcome: row.outcome,
    papersDueOn: row.papers_due_on,
    papersMissing,
    papersLate: papersMissing && row.papers_due_on !== null && row.papers_due_on < context.today,
    nameMasked,
    batchId: bank?.batchId ?? row.batch_id,
    returnedFor: bank?.reason ?? null,
    undoneFor: row.undone_for,
    can: canOf(context, row, bank),
  }
}

/** Matters that wait for money: decided ones until all of what was decided is granted, emergencies. */
async function readyMatters(context: ViewContext, place: Parameters<typeof rangeOf>[0]): Promise<ReadyMatter[]> {
  const matters = await listAidMatters(context, rangeOf(place))
  const nameOf = await maskedNames(context, matters)
  const regions = [...new Set(matters.map(({ unitCode }) => regionOf(unitCode)))]
  const units = new Map((await listNames(context.tx, regions)).map(({ code, name }) => [code, name]))
  const ready: ReadyMatter[] = []
  for (const aid of matters) {
    const earlier = await grantsOfMatter(context.tx, aid.unitCode, aid.id)
    const leftFen = aid.decidedFen === null ? null : aid.decidedFen - sumOf(earlier)
    if (aid.way === undefined || (aid.way === 'decided' && (leftFen === null || leftFen <= 0n))) continue
    ready.push({
      matterId: aid.id,
      unitCode: aid.unitCode,
      unitName: units.get(regionOf(aid.unitCode)) ?? '',
      way: aid.way,
      cause: aid.cause,
      decidedFen: aid.decidedFen === null ? null : String(aid.decidedFen),
      leftFen: leftFen === null ? null : String(leftFen),
      papersDueOn: aid.papersDueOn,
      nameMasked: nameOf(aid),
      isTopUp: earlier.length > 0,
    })
  }
  return ready
}

export const listGrants = view(contract.listGrants, {
  grant: 'ledger.read',
  where: ({ place }) => place,
  async run(context, { place, fundId }) {
    const rows = await findGrants(context.tx, rangeOf(place), fundId)
    const matters = new Map<string, AidMatter>()
    for (const { matter_id: id } of rows) {
      const aid = matters.has(id) ? undefined : await findAidMatter(context, id)
      if (aid) matters.set(id, aid)
    }
    const nameOf = await maskedNames(context, [...matters.values()])
    const banks = await bankWords(
      context.tx,
      rows.filter(({ state }) => state === 'sent'),
    )
    const grants = rows.map((row) => {
      const aid = matters.get(row.matter_id)
      return grantOf(context, row, { aid, nameMasked: nameOf(aid), bank: banks.get(row.id) })
    })
    const toPay = fundId === null ? 0 : rows.filter(({ state }) => state === 'approved').length
    const mayPropose = context.actor.grants.has('ledger.write')
    return {
      grants,
      ready: mayPropose ? await readyMatters(context, place) : [],
      latePapers: grants.filter(({ papersLate }) => papersLate).length,
      toPay,
      can: { propose: mayPropose, payTogether: mayPropose && toPay > 0 },
    }
  },
})
