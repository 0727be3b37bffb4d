import { maskName } from '../../../../kernel/mask.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { packPayee } from '../../../ledger/index.ts'
import { findFile, findPersonUnit } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { ACCOUNT, maskAccount } from './kept-rows.ts'

export const setPayee = action(contract.setPayee, {
  grant: 'benefit.write',
  where: async ({ personId }, { tx }) => await findPersonUnit(tx, personId),
  refusals: { 'not-entitled': 409 },
  async run(context, { personId, bank, account, holder }) {
    const { tx, secrets, subject, unitCode } = context
    const name = holder ?? (await findFile(context, personId))?.state.person.name
    if (!name) return refuse({ code: 'not-entitled' })
    const { rowCount } = await tx.query(
      'update benefits.entitlements set payee_bank = $3, payee_account = $4, payee_label = $5 where bureau_code = $1 and person_id = $2',
      [bureauOf(unitCode), personId, bank, secrets.encrypt(ACCOUNT, personId, packPayee({ account, holder: name, bank })), maskName(name)],
    )
    if (!rowCount) return refuse({ code: 'not-entitled' })
    subject(personId)
    return ok({ accountMasked: maskAccount(account) })
  },
})
