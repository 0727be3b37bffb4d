import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Funnel } from '../../../../ui/parts/Funnel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { CandidateLine } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { reachedBy } from './cohort-funnel.ts'
import { cohortMessages } from './messages-cohorts.ts'

/** How far the people of a cohort have come, from the list to the post. */
export function FunnelPanel({ candidates }: { candidates: readonly CandidateLine[] }) {
  const text = useText(cohortMessages)
  const words = usePlacementWords()
  const stages = reachedBy(candidates).map(({ stage, reached }) => ({ key: stage, name: words.text(`placement.state.${stage}`), reached }))
  const heads = { stage: text('cohorts.funnel.stage'), reached: text('cohorts.people'), share: text('cohorts.funnel.share') }
  return (
    <Panel title={text('cohorts.funnel')}>
      <Funnel stages={stages} heads={heads} />
    </Panel>
  )
}
