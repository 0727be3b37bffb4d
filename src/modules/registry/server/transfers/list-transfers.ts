import { rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { personCards } from '../for-others/person-cards.ts'
import { TRANSFER_COLUMNS, type TransferColumns } from './transfer-rows.ts'

export const listTransfers = view(contract.listTransfers, {
  grant: 'person.read',
  where: (input) => input.place,
  async run(context, input) {
    const { limit } = input
    const { lo, hi } = rangeOf(input.place)
    const [at = '9999-01-01', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = openCursor(context, 'transfer.list', input.cursor) ?? []
    const { rows } = await context.tx.query<TransferColumns>(
      `select ${TRANSFER_COLUMNS} from registry.transfer_requests t
        where t.unit_code >= $1 and t.unit_code < $2 and ($3::text is null or t.status = $3) and ($4::text is null or t.direction = $4)
          and ($5::uuid is null or t.person_id = $5) and (t.opened_at, t.id) < ($6::timestamptz, $7::uuid)
        order by t.opened_at desc, t.id desc limit $8`,
      [lo, hi, input.status ?? null, input.direction ?? null, input.personId ?? null, at, id, limit + 1],
    )
    const shown = await transferRows(context, rows.slice(0, limit))
    const last = shown.at(-1)
    return rows.length > limit && last
      ? { rows: shown, next: sealCursor(context, 'transfer.list', [last.openedAt, last.id]) }
      : { rows: shown }
  },
})

const PushedCard = contract.TransferCard.omit({ personId: true })

async function transferRows(context: ViewContext, rows: readonly TransferColumns[]): Promise<contract.TransferRow[]> {
  const cards = await personCards(
    context,
    rows.flatMap(({ person_id }) => person_id ?? []),
  )
  const mayAct = context.actor.grants.has('person.transfer')
  const personOf = (row: TransferColumns): contract.TransferRow['person'] => {
    const card = row.person_id ? cards.get(row.person_id) : undefined
    if (card) return { personId: card.id, nameMasked: card.nameMasked, sex: card.sex, age: card.age, classes: card.classes }
    if (!row.card) return null
    const pushed = context.secrets.decrypt('registry.transfer_requests.card', row.request_id, row.card)
    return { personId: null, ...PushedCard.parse(JSON.parse(pushed)) }
  }
  return rows.map((row) => ({
    id: row.id,
    unitCode: row.unit_code,
    direction: row.direction,
    kind: row.kind,
    counterpart: row.counterpart || null,
    person: personOf(row),
    reason: row.reason,
    status: row.status,
    openedAt: row.opened_at,
    decidedAt: row.decided_at,
    answer: row.answer,
    can: {
      decide: mayAct && row.direction === 'toDecide' && row.status === 'open',
      withdraw: mayAct && row.direction === 'asked' && row.status === 'open',
    },
  }))
}
