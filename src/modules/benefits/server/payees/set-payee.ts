import { maskName } from '../../../../kernel/mask.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { packPayee, readPayee } from '../../../ledger/index.ts'
import { findFile, findPersonUnit } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { ACCOUNT, findKept, maskAccount } from '../kept/kept-rows.ts'

/** An account is entered by one and confirmed by another: until then what was kept before is paid. */
export const setPayee = action(contract.setPayee, {
  grant: 'benefit.write',
  where: async ({ personId }, { tx }) => await findPersonUnit(tx, personId),
  refusals: { 'not-entitled': 409, 'change-waits': 409, 'same-account': 409 },
  async run(context, { personId, bank, account, holder, evidence }) {
    const { tx, secrets, subject, note, unitCode, actionId, actor, now } = context
    const bureau = bureauOf(unitCode)
    const [kept] = await findKept(tx, bureau, personId)
    const name = (await findFile(context, personId))?.state.person.name
    if (!kept || !name) return refuse({ code: 'not-entitled' })
    const payee = { account, holder: holder ?? name, bank }
    const before = kept.payeeAccount && readPayee(secrets.decrypt(ACCOUNT, personId, kept.payeeAccount))
    if (before && packPayee(before) === packPayee(payee)) return refuse({ code: 'same-account' })
    const { rowCount } = await tx.query(
      `insert into benefits.payee_changes (bureau_code, id, unit_code, person_id, origin, bank, payee, label, is_other_name, evidence, made_at, made_by)
       values ($1, $2, $3, $4, 'entered', $5, $6, $7, $8, $9, $10, $11)
       on conflict (bureau_code, person_id) where state = 'waiting' do nothing`,
      [
        bureau,
        actionId,
        kept.unitCode,
        personId,
        bank,
        secrets.encrypt(ACCOUNT, personId, packPayee(payee)),
        maskName(payee.holder),
        payee.holder !== name,
        evidence,
        now,
        actor.accountId,
      ],
    )
    if (!rowCount) return refuse({ code: 'change-waits' })
    subject(personId)
    note({ change: actionId, isFirst: !before, isOtherName: payee.holder !== name })
    return ok({ changeId: actionId, accountMasked: maskAccount(account) })
  },
})
