import { Button } from 'antd'
import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { approveClaim, type Claim, checkClaim, clawBack, receiveBack, refuseClaim, settleClaims, submitClaim } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { incentiveMessages } from './messages-incentives.ts'
import { useIncentiveRefusal } from './use-incentive-refusal.ts'

type Act = keyof Claim['can']
const ACTS: readonly Act[] = ['submit', 'check', 'approve', 'refuse', 'settle', 'clawBack', 'receiveBack']
/** What is asked for before it is done. */
const ASKS = { refuse: 'reason', clawBack: 'leftOn', receiveBack: 'voucher' } as const satisfies Partial<Record<Act, string>>
type Asking = keyof typeof ASKS

const isAsking = (act: Act): act is Asking => act in ASKS

/** What may be done about a claim now. */
export function ClaimActs({ claim }: { claim: Claim }) {
  const text = useText(incentiveMessages)
  const sentence = useIncentiveRefusal()
  const [asked, setAsked] = useState<Asking>()
  const straight = {
    submit: useAction(submitClaim),
    check: useAction(checkClaim),
    approve: useAction(approveClaim),
    settle: useAction(settleClaims),
  }
  const send = (act: keyof typeof straight) => void straight[act].send({ claimId: claim.id })
  const failed = (['submit', 'check', 'approve', 'settle'] as const).find((act) => straight[act].problem ?? straight[act].refusal)
  const failing = failed && straight[failed]
  const settled = straight.settle.value
  return (
    <>
      <div className="assist-buttons">
        {ACTS.filter((act) => claim.can[act]).map((act) => (
          <Button key={act} size="small" onClick={() => (isAsking(act) ? setAsked(act) : send(act))}>
            {text(`incentive.act.${act}`)}
          </Button>
        ))}
      </div>
      {settled && (
        <small role="status">
          {text(settled.returned > 0 ? 'incentive.settledReturned' : 'incentive.settled', {
            paid: settled.paid,
            returned: settled.returned,
          })}
        </small>
      )}
      {failed && failing?.problem && <ErrorState problem={failing.problem} onRetry={() => send(failed)} slim />}
      <Refused sentence={sentence(failing?.refusal)} />
      {asked && <AskDrawer claim={claim} act={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function AskDrawer({ claim, act, onClose }: { claim: Claim; act: Asking; onClose: () => void }) {
  const text = useText(incentiveMessages)
  const words = useAssistWords()
  const sentence = useIncentiveRefusal()
  const [typed, setTyped] = useState('')
  const options = { onDone: onClose }
  const forms = {
    refuse: useAction(refuseClaim, options),
    clawBack: useAction(clawBack, options),
    receiveBack: useAction(receiveBack, options),
  }
  const claimId = claim.id
  const save = () => {
    if (act === 'refuse') void forms.refuse.send({ claimId, reason: typed })
    if (act === 'clawBack') void forms.clawBack.send({ claimId, leftOn: typed as PlainDate })
    if (act === 'receiveBack') void forms.receiveBack.send({ claimId, voucher: typed })
  }
  return (
    <ActionDrawer
      title={text(`incentive.act.${act}`)}
      saveLabel={text(`incentive.act.${act}`)}
      action={forms[act]}
      refused={sentence(forms[act].refusal)}
      isTouched={typed !== ''}
      blocked={typed.trim().length < 4 ? text(act === 'clawBack' ? 'incentive.incomplete' : 'incentive.atLeast') : undefined}
      onSave={save}
      onClose={onClose}
    >
      <p>{text('incentive.asked', { name: claim.nameMasked ?? '—', payee: claim.payeeName, amount: words.yuan(claim.amountFen) })}</p>
      <LineField
        label={text(`incentive.${ASKS[act]}`)}
        {...(act === 'clawBack' ? { type: 'date' as const, hint: text('incentive.leftOnHint') } : {})}
        max={act === 'receiveBack' ? 60 : 300}
        value={typed}
        onChange={setTyped}
      />
    </ActionDrawer>
  )
}
