import { useState } from 'react'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { Choice } from '../../../ui/parts/Choice.tsx'
import { Ranking } from '../../../ui/parts/Ranking.tsx'
import { TileMap } from '../../../ui/parts/TileMap.tsx'
import { Trend } from '../../../ui/parts/Trend.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { kitMessages } from './kit-messages.ts'
import { drawings } from './sample-drawings.ts'
import { sampleFigures } from './sample-figures.ts'
import { sampleLines, samplePeriods, sampleRanking, sampleTarget } from './sample-words.ts'

/** Tile map, trend and ranking, bound to one choice. */
export function KitFigures() {
  const text = useText(kitMessages)
  const [as, setAs] = useState<'map' | 'table'>('map')
  const [chosen, setChosen] = useState<string | undefined>('500112017')
  const views = [
    { value: 'map', label: text('tiles.map') },
    { value: 'table', label: text('tiles.table') },
  ] as const
  const heads = {
    name: text('kit.rankingName'),
    counts: text('kit.rankingCounts'),
    rate: text('kit.rankingRate'),
    place: text('ranking.place'),
  }
  return (
    <div className="kit-row figures">
      <Panel
        title={text('kit.tiles')}
        count={text('kit.tilesCount')}
        side={<Choice label={text('tiles.show')} options={views} value={as} onChange={setAs} />}
      >
        <TileMap figures={sampleFigures} drawing={drawings['500112']} target={80} chosen={chosen} onChoose={setChosen} as={as} />
      </Panel>
      <div className="stack">
        <Panel title={text('kit.trend')} side={text('kit.trendNote')}>
          <Trend sentence={text('kit.trendSentence')} periods={samplePeriods} lines={sampleLines} target={sampleTarget} max={100} />
        </Panel>
        <Panel title={text('kit.ranking')} side={text('kit.rankingNote')} foot={text('ranking.left', { count: 30 })}>
          <Ranking rows={sampleRanking} target={80} heads={heads} ends={{ first: 3, last: 4 }} chosen={chosen} onChoose={setChosen} />
        </Panel>
      </div>
    </div>
  )
}
