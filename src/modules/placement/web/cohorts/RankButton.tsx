import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { rankCohort } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { cohortMessages } from './messages-cohorts.ts'

/** Ranks a cohort; says why not while the window is open or something is unsettled. */
export function RankButton({ cohortId }: { cohortId: string }) {
  const text = useText(cohortMessages)
  const form = useAction(rankCohort)
  const rank = () => void form.send({ cohortId })
  const { refusal } = form
  return (
    <>
      {form.problem && <ErrorState problem={form.problem} onRetry={rank} slim />}
      <Refused sentence={refusal && text(`cohorts.refusal.${refusal.code}`, valuesOf(refusal))} />
      <Button size="middle" type="primary" loading={form.sending} title={text('cohorts.rankSure')} onClick={rank}>
        {text('cohorts.rank')}
      </Button>
    </>
  )
}
