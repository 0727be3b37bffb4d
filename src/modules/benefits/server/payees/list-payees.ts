import { bureauOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { personCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { maskSealed } from '../kept/kept-rows.ts'
import { isPayer } from '../kept/take-in.ts'
import { type ChangeRow, listChanges } from './change-rows.ts'

const SHOWN = 100
const NONE = { waiting: [], entered: 0, fromFiles: [], settled: [], can: { fill: false, confirm: false, confirmFilled: false } }

interface Kept {
  readonly bank: string
  readonly account: Buffer
}

interface Seeing {
  readonly secrets: Secrets
  readonly self: string
  readonly nameOf: (personId: string) => string
  /** What is paid now. */
  readonly keptOf: (personId: string) => Kept | undefined
}

function changeSeen(change: ChangeRow, { secrets, self, nameOf, keptOf }: Seeing): contract.PayeeChange {
  const { id, personId, origin, bank, payee, label, isOtherName, evidence, madeAt, madeBy, state, settledAt, why } = change
  const kept = state === 'waiting' ? keptOf(personId) : undefined
  return {
    id,
    personId,
    nameMasked: nameOf(personId),
    origin,
    account: { bank, accountMasked: maskSealed(secrets, personId, payee) },
    holderMasked: label,
    isOtherName,
    before: kept ? { bank: kept.bank, accountMasked: maskSealed(secrets, personId, kept.account) } : null,
    evidence,
    madeAt,
    isOwn: madeBy === self,
    state,
    settledAt,
    why,
  }
}

export const listPayees = view(contract.listPayees, {
  grant: 'benefit.read',
  where: ({ unitCode }) => unitCode,
  async run(context, { unitCode }) {
    const { tx, actor, secrets } = context
    if (!isPayer(unitCode)) return NONE
    const bureau = bureauOf(unitCode)
    const { waiting, settled } = await listChanges(tx, bureau, SHOWN)
    const counted = await tx.query<{ origin: string; bank: string; count: number; others: boolean }>(
      `select origin, case when origin = 'file' then bank else '' end as bank, count(*)::int as count, bool_or(made_by <> $2) as others
         from benefits.payee_changes where bureau_code = $1 and state = 'waiting' group by 1, 2 order by 3 desc, 2`,
      [bureau, actor.accountId],
    )
    const ids = [...new Set([...waiting, ...settled].map(({ personId }) => personId))]
    const { rows } = await tx.query<Kept & { id: string }>(
      `select person_id as id, payee_bank as bank, payee_account as account from benefits.entitlements
        where bureau_code = $1 and person_id = any($2::uuid[]) and payee_account is not null`,
      [bureau, ids],
    )
    const cards = await personCards(context, ids)
    const kept = new Map(rows.map((row) => [row.id, row]))
    const nameOf = (id: string) => cards.get(id)?.nameMasked ?? ''
    const seeing = { secrets, self: actor.accountId, nameOf, keptOf: (id: string) => kept.get(id) }
    const ofFiles = counted.rows.filter(({ origin }) => origin === 'file')
    const mayConfirm = actor.grants.has('benefit.approve')
    return {
      waiting: waiting.map((change) => changeSeen(change, seeing)),
      entered: counted.rows.find(({ origin }) => origin === 'entered')?.count ?? 0,
      fromFiles: ofFiles.map(({ bank, count }) => ({ bank, count })),
      settled: settled.map((change) => changeSeen(change, seeing)),
      can: {
        fill: actor.grants.has('benefit.write'),
        confirm: mayConfirm,
        confirmFilled: mayConfirm && ofFiles.some(({ others }) => others),
      },
    }
  },
})
