import { useState } from 'react'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { Ranking } from '../../../ui/parts/Ranking.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import type { Dashboard, Looking } from './dashboard-parts.ts'
import { indicatorsMessages } from './messages.ts'

interface RankingProps {
  page: Dashboard
  looking: Looking
  tier: string
  chosen: string | undefined
  onChoose: (code: string) => void
}

/** Who: the children in order of their share, with what is above and below the line. Small places are left out. */
export function RankingPanel({ page, looking, tier, chosen, onChoose }: RankingProps) {
  const text = useText(indicatorsMessages)
  const [isWhole, setWhole] = useState(false)
  const { focus } = looking
  const { minimum, rows } = page.ranking
  const placed = rows.filter(({ rank }) => rank !== null)
  const ranked = placed.map(({ code, shortName, numerator, denominator }) => ({ code, name: shortName, numerator, denominator }))
  const small = rows.length - placed.length
  const heads = {
    name: tier || text('tiles.name'),
    counts: text(`indicators.ranking.counts.${focus}`),
    rate: text('indicators.ranking.rate'),
    place: text('ranking.place'),
  }
  const note = small > 0 ? text('indicators.ranking.small', { minimum, count: small }) : text('indicators.ranking.noSmall', { minimum })
  const foot = (
    <>
      <span>{note}</span>
      {placed.length > 7 && (
        <button type="button" className="link push" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? text('indicators.ranking.ends') : text('indicators.ranking.all', { count: placed.length })}
        </button>
      )}
    </>
  )
  return (
    <Panel title={text('indicators.ranking.title')} side={text(`indicators.ranking.of.${focus}`)} foot={foot}>
      {placed.length === 0 ? (
        <EmptyState title={text('indicators.ranking.none', { minimum })} />
      ) : (
        <div className="scroll">
          <Ranking
            rows={ranked}
            target={looking.target.now}
            heads={heads}
            chosen={chosen}
            onChoose={onChoose}
            {...(isWhole ? {} : { ends: { first: 3, last: 4 } })}
          />
        </div>
      )}
    </Panel>
  )
}
