import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, confirmScore } from '../../contract.ts'
import { candidateMessages } from './messages-candidate.ts'
import { useCandidateRefusal } from './use-refusal.ts'

/** Takes down that the person has signed the sheet that stands. */
export function ConfirmButton({ candidate }: { candidate: Candidate }) {
  const text = useText(candidateMessages)
  const sentence = useCandidateRefusal()
  const form = useAction(confirmScore)
  const sheetId = candidate.sheets[0]?.id
  if (sheetId === undefined) return null
  return (
    <>
      <Refused sentence={sentence(form.refusal)} />
      <Button
        size="middle"
        loading={form.sending}
        onClick={() => void form.send({ candidateId: candidate.id, steps: candidate.steps, sheetId })}
      >
        {text('candidate.confirm')}
      </Button>
    </>
  )
}
