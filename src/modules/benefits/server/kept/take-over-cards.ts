import { maskName } from '../../../../kernel/mask.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { byteaColumn, textColumn, uuidColumn } from '../../../../platform/database/column-arrays.ts'
import { packPayee } from '../../../ledger/index.ts'
import { openBankCards } from '../../../registry/index.ts'
import { ACCOUNT } from './kept-rows.ts'

/** What the file says of the bank: only the number of the card. */
const FROM_FILE = '档案登记的银行卡'

/** An account that a bank would take. */
const IS_ACCOUNT = /^\d{12,24}$/

/** The card that a file names becomes the account of who is taken into pay: nobody types it again. @returns how many */
export async function takeOverCards(context: ActionContext, personIds: readonly string[]): Promise<number> {
  const { tx, secrets, unitCode } = context
  const found = [...(await openBankCards(context, personIds))].filter(([, { card }]) => IS_ACCOUNT.test(card))
  if (found.length === 0) return 0
  const sealed = found.map(([id, { card, name }]) => secrets.encrypt(ACCOUNT, id, packPayee({ account: card, holder: name, bank: '' })))
  const { rowCount } = await tx.query(
    `update benefits.entitlements e set payee_bank = $2, payee_account = card.sealed, payee_label = card.label
       from unnest($3::uuid[], $4::bytea[], $5::text[]) as card(person_id, sealed, label)
      where e.bureau_code = $1 and e.person_id = card.person_id and e.payee_account is null`,
    [
      bureauOf(unitCode),
      FROM_FILE,
      uuidColumn(found.map(([id]) => id)),
      byteaColumn(sealed),
      textColumn(found.map(([, { name }]) => maskName(name))),
    ],
  )
  return rowCount ?? 0
}
