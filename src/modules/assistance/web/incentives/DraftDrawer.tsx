import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { parseUscc } from '../../../../kernel/uscc.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { draftClaim, type Rate } from '../../contract.ts'
import { fenOf } from '../yuan-field.ts'
import { FindPerson } from './FindPerson.tsx'
import { incentiveMessages } from './messages-incentives.ts'
import { useIncentiveRefusal } from './use-incentive-refusal.ts'

const EMPTY = { personId: '', uscc: '', payeeName: '', account: '', bank: '', beganOn: '', rent: '' }

/** A claim as it is taken in: for whom, to whom, by which rate. */
export function DraftDrawer({ rates, onClose }: { rates: readonly Rate[]; onClose: () => void }) {
  const text = useText(incentiveMessages)
  const sentence = useIncentiveRefusal()
  const offered = rates.filter(({ isConfirmed }) => isConfirmed !== false)
  const [draft, setDraft] = useState(EMPTY)
  const [rateCode, setRateCode] = useState(offered[0]?.code ?? '')
  const form = useAction(draftClaim, { onDone: onClose })
  const { personId, payeeName, account, bank, beganOn } = draft
  const uscc = parseUscc(draft.uscc)
  const isRent = offered.find(({ code }) => code === rateCode)?.kind === 'rent'
  const paidFen = isRent ? fenOf(draft.rent) : null
  const isPayee = uscc.ok && payeeName.trim().length >= 2 && bank.trim().length >= 2 && /^\d{8,30}$/.test(account)
  const isFilled = isPayee && personId !== '' && rateCode !== '' && beganOn !== '' && paidFen !== undefined
  const save = () => {
    const payee = { payeeName, bankAccount: account, bank, beganOn: beganOn as PlainDate }
    if (uscc.ok && paidFen !== undefined) void form.send({ personId, rateCode, payeeUscc: uscc.value.value, paidFen, ...payee })
  }
  return (
    <ActionDrawer
      title={text('incentive.draft')}
      saveLabel={text('incentive.save')}
      action={form}
      refused={sentence(form.refusal)}
      isTouched={draft !== EMPTY}
      promise={text('incentive.promise')}
      blocked={isFilled ? undefined : text('incentive.incomplete')}
      onSave={save}
      onClose={onClose}
    >
      <FindPerson chosen={personId} onChoose={(id) => setDraft({ ...draft, personId: id })} />
      <ChoiceField
        label={text('incentive.rate')}
        value={rateCode}
        onChange={setRateCode}
        options={offered.map(({ code, name }) => [code, name] as const)}
      />
      {(['payeeName', 'uscc', 'account', 'bank', 'beganOn'] as const).map((key) => (
        <LineField
          key={key}
          label={text(`incentive.${key}`)}
          {...(key === 'beganOn' ? { type: 'date' as const } : {})}
          value={draft[key]}
          onChange={(value) => setDraft({ ...draft, [key]: value })}
        />
      ))}
      {isRent && <LineField label={text('incentive.rent')} value={draft.rent} onChange={(rent) => setDraft({ ...draft, rent })} />}
    </ActionDrawer>
  )
}
