import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { RegionCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { SeenAssessment } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { assessmentMessages } from './messages-assessments.ts'
import { ObjectionsPanel } from './ObjectionsPanel.tsx'
import { OwnPanel } from './OwnPanel.tsx'
import { PointDrawer } from './PointDrawer.tsx'
import { changedWeights, type OpenPoint } from './point-words.ts'
import { StandingsTable } from './StandingsTable.tsx'
import { StepsPanel } from './StepsPanel.tsx'
import { WeightsPanel } from './WeightsPanel.tsx'
import './assessments.css'

/** A year of a place: how those below it stand, what it was given from above, and what would be. All of it is in the address. */
export function AssessmentPage() {
  const text = useText(assessmentMessages)
  const own = useAccount().unitCode.slice(0, 12) as RegionCode
  const thisYear = Number(useToday().slice(0, 4))
  const [asked, setAsked] = useSearchParams()
  const [typed, setTyped] = useState<Record<string, number>>()
  const place = RegionCode.safeParse(asked.get('place')).data ?? own
  const year = Number(asked.get('year')) || thisYear - 1
  const scheme = asked.get('scheme') ?? undefined
  const named = scheme === undefined ? {} : { scheme }
  const base = useView(contract.seeAssessment, { place, year, ...named }, { keepPrevious: true })
  const weights = typed && changedWeights(base.data?.scheme?.items ?? [], typed)
  const query = useView(contract.seeAssessment, { place, year, ...named, ...(weights ? { weights } : {}) }, { keepPrevious: true })
  const go = (by: number) => setAsked({ place, year: String(year + by), ...named })
  return (
    <div className="assess-page">
      <PageHead
        crumb={place !== own && <Link to={{ search: `?${new URLSearchParams({ year: String(year) })}` }}>{text('assess.up')}</Link>}
        title={text('assess.title', { place: query.data?.place.name ?? '', year })}
        note={text('assess.note')}
        actions={
          <>
            <Button onClick={() => go(-1)}>{text('assess.earlier')}</Button>
            <Button onClick={() => go(1)} disabled={year >= thisYear}>
              {text('assess.later')}
            </Button>
          </>
        }
      />
      <ViewState query={query} lines={8}>
        {(seen) => (
          <Year
            key={`${seen.place.code} ${seen.year}`}
            {...{ seen, typed, onType: setTyped, onScheme: (code: string) => setAsked({ place, year: String(year), scheme: code }) }}
          />
        )}
      </ViewState>
    </div>
  )
}

interface YearProps {
  seen: SeenAssessment
  typed: Record<string, number> | undefined
  onType: (typed: Record<string, number> | undefined) => void
  onScheme: (code: string) => void
}

function Year({ seen, typed, onType, onScheme }: YearProps) {
  const text = useText(assessmentMessages)
  const [open, setOpen] = useState<OpenPoint>()
  const { scheme } = seen
  if (!scheme) return <EmptyState title={text('assess.noScheme')} words={text('assess.noSchemeWords')} />
  return (
    <>
      {seen.schemes.length > 1 && <SchemeChoice seen={seen} onScheme={onScheme} />}
      {seen.own && <OwnPanel seen={seen} own={seen.own} scheme={scheme.code} onOpen={setOpen} />}
      {typed && <WeightsPanel items={scheme.items} typed={typed} onType={onType} onClose={() => onType(undefined)} />}
      <Below seen={seen} isTrial={typed !== undefined} onTry={() => onType({})} onOpen={setOpen} />
      <div className="assess-columns">
        <StepsPanel seen={seen} scheme={scheme.code} />
        <ObjectionsPanel seen={seen} />
      </div>
      {open && <PointDrawer open={open} period={seen.period} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function SchemeChoice({ seen, onScheme }: Pick<YearProps, 'seen' | 'onScheme'>) {
  const text = useText(assessmentMessages)
  const language = useLanguage()
  const options = seen.schemes.map(({ code, zh, en }) => ({ value: code, label: language === 'en' ? en : zh }))
  return <Select aria-label={text('assess.scheme')} value={seen.scheme?.code ?? null} options={options} onChange={onScheme} />
}

interface BelowProps {
  seen: SeenAssessment
  isTrial: boolean
  onTry: () => void
  onOpen: (point: OpenPoint) => void
}

function Below({ seen, isTrial, onTry, onOpen }: BelowProps) {
  const text = useText(assessmentMessages)
  const head = seen.versions.at(-1)
  const to = head?.readTo ?? seen.period.to
  const [first = 0, second = 0] = seen.scheme?.tiers.bounds ?? []
  const rule = text(seen.scheme?.tiers.by === 'points' ? 'assess.byPoints' : 'assess.byRank', { first, second })
  const within = (seen.scheme?.sizeBands.length ?? 0) > 0 ? text('assess.withinSize') : ''
  return (
    <Panel
      title={text('assess.below')}
      count={head ? text('assess.asDrawn', { version: head.version, to }) : text('assess.asNow', { to })}
      side={!isTrial && seen.rows.length > 0 && <Button onClick={onTry}>{text('assess.whatIf')}</Button>}
      foot={<span>{`${rule}${within}`}</span>}
    >
      {seen.rows.length === 0 ? (
        <EmptyState title={text('assess.nobody')} />
      ) : (
        <StandingsTable seen={seen} isTrial={isTrial} onOpen={onOpen} />
      )}
    </Panel>
  )
}
