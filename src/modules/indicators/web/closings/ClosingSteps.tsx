import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import * as contract from '../../contract.ts'
import { closingMessages } from './messages-closings.ts'
import { Refusal } from './Refusal.tsx'

interface StepsProps {
  seen: contract.SeenClosing
  /** After a lock it takes a reason. */
  isCorrection: boolean
}

/** What the own place does about its month: confirm, confirm without those who are missing, correct; a province locks. */
export function ClosingSteps({ seen, isCorrection }: StepsProps) {
  const text = useText(closingMessages)
  const [why, setWhy] = useState('')
  const [missingWhy, setMissingWhy] = useState('')
  const confirming = useAction(contract.confirmClosing)
  const locking = useAction(contract.lockClosing)
  const at = { place: seen.place.code, month: seen.month }
  const confirm = () =>
    void confirming.send({ ...at, ...(isCorrection ? { why } : {}), ...(missingWhy.trim() === '' ? {} : { missingWhy }) })
  const refusal = confirming.refusal ?? locking.refusal
  const problem = confirming.problem ?? locking.problem
  const isMissing = refusal?.code === 'below-missing'
  if (!seen.can.confirm && !seen.can.lock && !refusal && !problem) return null
  return (
    <div className="closing-steps">
      <ActsFailed acts={[confirming, locking]} />
      <Refusal refusal={refusal} />
      {seen.can.confirm && isCorrection && <WhyField label={text('closings.why')} value={why} onChange={setWhy} />}
      {isMissing && <WhyField label={text('closings.missingWhy')} value={missingWhy} onChange={setMissingWhy} />}
      <div className="closing-buttons">
        {seen.can.confirm && (
          <Button type="primary" loading={confirming.sending} onClick={confirm}>
            {text(isMissing ? 'closings.withoutThem' : isCorrection ? 'closings.correct' : 'closings.confirm')}
          </Button>
        )}
        {seen.can.lock && (
          <Button type="primary" loading={locking.sending} onClick={() => void locking.send(at)}>
            {text('closings.lock')}
          </Button>
        )}
      </div>
    </div>
  )
}

export function WhyField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <div className="closing-why">
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={value} maxLength={300} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}
