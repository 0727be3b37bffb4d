import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { count } from '../../../../ui/text/format.ts'
import { Marked } from '../../../../ui/text/Marked.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { seeWave } from '../../contract.ts'
import type { Scheme } from '../../domain/accreditation/scheme.ts'
import { STATE_TONE } from './CourseTag.tsx'
import { accreditationMessages } from './messages-accreditation.ts'
import { OpenCourseDrawer } from './OpenCourseDrawer.tsx'
import { BANDS } from './schemes.ts'

type Wave = z.output<typeof seeWave.output>
type Station = Wave['rows'][number]

/** The bands of A010: stations with 300 clients and more come first, then those with 100 to 300. */
const ASKED = {
  large: { clientsFrom: BANDS.large.from },
  middle: { clientsFrom: BANDS.middle.from, clientsBelow: BANDS.middle.below },
  small: { clientsFrom: BANDS.small.from, clientsBelow: BANDS.small.below },
} as const
type Band = keyof typeof ASKED

const SHOWN = 50

/** Village stations of a band that are not there yet, those with the most clients first, each to be started from here. */
export function WavePanel({ place, scheme }: { place: RegionCode; scheme: Scheme }) {
  const text = useText(accreditationMessages)
  const [band, setBand] = useState<Band>('large')
  const [aim, setAim] = useState('3')
  const [limit, setLimit] = useState(SHOWN)
  const [started, setStarted] = useState<Station>()
  const level = scheme.levels > 0 ? Number(aim) : 0
  const query = useView(
    seeWave,
    { place, scheme: scheme.code, level, ...ASKED[band], limit },
    { live: ['unit.accredited'], keepPrevious: true },
  )
  return (
    <div className="wave-page">
      <Panel title={text('accreditation.view.wave')}>
        <div className="row accreditation-choice pad">
          <Choice
            label={text('accreditation.band')}
            options={(Object.keys(ASKED) as Band[]).map((value) => ({ value, label: text(`accreditation.band.${value}`) }))}
            value={band}
            onChange={setBand}
          />
          {scheme.levels > 0 && (
            <Choice
              label={text('accreditation.aim')}
              options={['1', '2', '3', '4', '5']
                .slice(0, scheme.levels)
                .map((value) => ({ value, label: text('accreditation.stars', { count: Number(value) }) }))}
              value={aim}
              onChange={setAim}
            />
          )}
        </div>
        <ViewState query={query}>
          {(wave) => <Stations wave={wave} onStart={setStarted} onMore={() => setLimit(limit + SHOWN)} />}
        </ViewState>
        {started && (
          <OpenCourseDrawer
            unitCode={started.unitCode}
            unitName={started.unitName}
            schemes={[scheme]}
            level={level}
            onClose={() => setStarted(undefined)}
          />
        )}
      </Panel>
    </div>
  )
}

function Stations({ wave, onStart, onMore }: { wave: Wave; onStart: (station: Station) => void; onMore: () => void }) {
  const text = useText(accreditationMessages)
  const waiting = wave.stations - wave.held
  if (wave.stations === 0) return <EmptyState title={text('accreditation.wave.empty')} words="" />
  if (waiting === 0) return <EmptyState title={text('accreditation.wave.done', { stations: wave.stations })} words="" />
  return (
    <>
      <p className="pad">
        <Marked text={text('accreditation.wave.title', { waiting: count(waiting), underWay: count(wave.underWay) })} />
      </p>
      <ul className="wave" aria-label={text('accreditation.wave.list')}>
        {wave.rows.map((station) => (
          <li key={station.unitCode} className="row">
            <span className="grow">
              <Link to={`/desk/network/units/${station.unitCode}`}>{station.unitName}</Link>{' '}
              <span className="faint">
                {text('accreditation.wave.clients')} {count(station.clients)}
              </span>
            </span>
            {station.state && station.id ? (
              <Link to={`/desk/network/accreditation/${station.unitCode}/${station.id}`}>
                <Tag tone={STATE_TONE[station.state]}>{text(`accreditation.states.${station.state}`)}</Tag>
              </Link>
            ) : (
              <Button onClick={() => onStart(station)} aria-label={`${text('accreditation.start')} ${station.unitName}`}>
                {text('accreditation.start')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {wave.next !== undefined && (
        <p className="pad">
          <Button onClick={onMore}>{text('accreditation.wave.more')}</Button>
        </p>
      )}
    </>
  )
}
