import { Suspense } from 'react'
import { Link } from 'react-router'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { LoadingState } from '../../../ui/parts/LoadingState.tsx'
import { usePlaceParts } from '../../../ui/place-part.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { indicatorsMessages } from './messages.ts'

/** A village has no places below: its own people stand there instead, as the module that keeps them shows them. */
export function VillagePanel({ place }: { place: string }) {
  const text = useText(indicatorsMessages)
  const parts = usePlaceParts()
  const roster = <Link to={`/desk/people?place=${place}`}>{text('indicators.village.open')}</Link>
  if (parts.length === 0)
    return (
      <Panel title={text('indicators.village.title')} side={roster}>
        <EmptyState title={text('indicators.village.words')} />
      </Panel>
    )
  return parts.map(({ key, element: Part }) => (
    <Panel key={key} title={text('indicators.village.title')} side={roster}>
      <Suspense fallback={<LoadingState />}>
        <Part place={place} />
      </Suspense>
    </Panel>
  ))
}
