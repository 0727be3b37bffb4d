import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { draftClaim, type Rate } from '../../contract.ts'
import { FindPerson } from './FindPerson.tsx'
import { incentiveMessages } from './messages-incentives.ts'
import { type ClaimDraft, readClaim } from './read-claim.ts'
import { useIncentiveRefusal } from './use-incentive-refusal.ts'

const EMPTY: ClaimDraft = { personId: '', uscc: '', payeeName: '', account: '', bank: '', beganOn: '', rent: '' }

/** A claim as it is taken in: for whom, to whom, by which rate. */
export function DraftDrawer({ rates, onClose }: { rates: readonly Rate[]; onClose: () => void }) {
  const text = useText(incentiveMessages)
  const sentence = useIncentiveRefusal()
  const offered = rates.filter(({ isConfirmed }) => isConfirmed !== false)
  const [draft, setDraft] = useState(EMPTY)
  const [chosenRate, setRateCode] = useState('')
  // The rates may come after the drawer: what the field shows is what is chosen.
  const rateCode = chosenRate || (offered[0]?.code ?? '')
  const form = useAction(draftClaim, { onDone: onClose })
  const isRent = offered.find(({ code }) => code === rateCode)?.kind === 'rent'
  const { wanting, wrong, uscc, account, paidFen } = readClaim(draft, { isRent, hasRate: rateCode !== '' })
  const save = () => {
    const { personId, payeeName, bank, beganOn } = draft
    const payee = { payeeName, bankAccount: account, bank, beganOn: beganOn as PlainDate }
    if (uscc !== undefined && paidFen !== undefined) void form.send({ personId, rateCode, payeeUscc: uscc, paidFen, ...payee })
  }
  const names = wanting.map((key) => text(`incentive.${key}`)).join(text('incentive.joint'))
  return (
    <ActionDrawer
      title={text('incentive.draft')}
      saveLabel={text('incentive.save')}
      action={form}
      refused={sentence(form.refusal)}
      isTouched={draft !== EMPTY}
      promise={text('incentive.promise')}
      blocked={wanting.length > 0 ? text('incentive.wanting', { names }) : undefined}
      onSave={save}
      onClose={onClose}
    >
      <FindPerson chosen={draft.personId} onChoose={(id) => setDraft({ ...draft, personId: id })} />
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
          {...(key === 'account' ? { isNumber: true, hint: text('incentive.accountHint') } : {})}
          {...(key === 'payeeName' || key === 'bank' ? { max: 60 } : {})}
          error={(key === 'uscc' || key === 'account') && wrong[key] ? text(`incentive.wrong.${key}`) : undefined}
          value={draft[key]}
          onChange={(value) => setDraft({ ...draft, [key]: value })}
        />
      ))}
      {isRent && <LineField label={text('incentive.rent')} value={draft.rent} onChange={(rent) => setDraft({ ...draft, rent })} />}
    </ActionDrawer>
  )
}
