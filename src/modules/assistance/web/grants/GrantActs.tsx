import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { approveGrant, cancelGrant, followUpGrant, type Grant, type Outcome, payGrant, refuseGrant, takeBackGrant } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { grantMessages } from './messages-grants.ts'
import { Settle } from './Settle.tsx'

type Asking = 'refuse' | 'pay' | 'followUp' | 'cancel' | 'takeBack'
const OUTCOMES = ['treated', 'working', 'housed', 'settled', 'stillHard'] as const

/** What may be done about a grant now. What needs a word more asks for it in place. */
export function GrantActs({ grant: { id: grantId, can } }: { grant: Grant }) {
  const text = useText(grantMessages)
  const [asking, setAsking] = useState<Asking>()
  const approving = useAction(approveGrant)
  const sentence = useApproveSentence(approving.refusal)
  if (asking !== undefined) return <Asked grantId={grantId} asking={asking} onClose={() => setAsking(undefined)} />
  return (
    <>
      {approving.problem && <ErrorState problem={approving.problem} onRetry={approving.again} slim />}
      <Refused sentence={sentence} />
      <div className="assist-buttons">
        {can.approve && (
          <Button size="small" type="primary" loading={approving.sending} onClick={() => void approving.send({ grantId })}>
            {text('assist.grant.approve')}
          </Button>
        )}
        {can.settle && <Settle grantId={grantId} />}
        {(['refuse', 'pay', 'followUp', 'cancel', 'takeBack'] as const)
          .filter((act) => can[act])
          .map((act) => (
            <Button key={act} size="small" onClick={() => setAsking(act)}>
              {text(act === 'cancel' ? 'assist.grant.cancelGrant' : `assist.grant.${act}`)}
            </Button>
          ))}
      </div>
    </>
  )
}

/** The day that a refusal names. */
const dayOf = (refusal: object) => ('throughOn' in refusal ? { throughOn: String(refusal.throughOn) } : {})

function useApproveSentence(refusal: z.output<typeof approveGrant.refusal> | undefined) {
  const text = useText(grantMessages)
  const { yuan } = useAssistWords()
  if (!refusal) return undefined
  return refusal.code === 'fund-short'
    ? text('assist.grant.refusal.fund-short', { short: yuan(refusal.shortFen) })
    : text(`assist.grant.refusal.${refusal.code}`, dayOf(refusal))
}

interface AskedProps {
  grantId: string
  asking: Asking
  onClose: () => void
}

function Asked({ grantId, asking, onClose }: AskedProps) {
  const text = useText(grantMessages)
  const words = useAssistWords()
  const [line, setLine] = useState('')
  const [outcome, setOutcome] = useState<Outcome>('settled')
  const refusing = useAction(refuseGrant, { onDone: onClose })
  const paying = useAction(payGrant, { onDone: onClose })
  const following = useAction(followUpGrant, { onDone: onClose })
  const cancelling = useAction(cancelGrant, { onDone: onClose })
  const takingBack = useAction(takeBackGrant, { onDone: onClose })
  const form = { refuse: refusing, pay: paying, followUp: following, cancel: cancelling, takeBack: takingBack }[asking]
  const send = () => {
    if (asking === 'refuse') return void refusing.send({ grantId, reason: line })
    if (asking === 'pay') return void paying.send({ grantId, voucher: line })
    if (asking === 'cancel') return void cancelling.send({ grantId, reason: line })
    if (asking === 'takeBack') return void takingBack.send({ grantId, reason: line })
    return void following.send({ grantId, outcome })
  }
  return (
    <div>
      {form.problem && <ErrorState problem={form.problem} onRetry={send} slim />}
      <Refused sentence={form.refusal && text(`assist.grant.refusal.${form.refusal.code}`, dayOf(form.refusal))} />
      {asking === 'followUp' ? (
        <ChoiceField
          label={text('assist.grant.outcome')}
          value={outcome}
          onChange={setOutcome}
          options={OUTCOMES.map((one) => [one, words.outcome(one)] as const)}
        />
      ) : (
        <LineField label={text(asking === 'pay' ? 'assist.grant.voucher' : 'assist.grant.reason')} value={line} onChange={setLine} />
      )}
      <div className="assist-buttons">
        <Button
          size="small"
          type="primary"
          loading={form.sending}
          disabled={asking !== 'followUp' && line.trim().length < 4}
          onClick={send}
        >
          {text('assist.grant.done')}
        </Button>
        <Button size="small" onClick={onClose}>
          {text('assist.grant.cancel')}
        </Button>
      </div>
    </div>
  )
}
