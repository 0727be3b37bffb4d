import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { percent } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { assessCounties, type CountyAssessment } from '../../contract.ts'
import { listMessages } from './messages-allowance.ts'
import '../placement.css'

type Assessed = z.output<typeof assessCounties.output>

/** How the counties of a place did in a year: shares, points, tier, years in the first tier. */
export function AssessmentPage() {
  const text = useText(listMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const now = Number(useToday().slice(0, 4))
  const [year, setYear] = useState(String(now))
  const query = useView(assessCounties, { place: unitCode, year: Number(year) }, { live: ['placement.moved'] })
  return (
    <div className="placement-page">
      <PageHead
        crumb={<Link to="/desk/placement/after">{text('allowance.back')}</Link>}
        title={text('assessment.title')}
        note={text('assessment.note')}
      />
      <ChoiceField
        label={text('assessment.year')}
        value={year}
        onChange={setYear}
        options={Array.from({ length: 6 }, (_, back) => [String(now - back), String(now - back)] as const)}
      />
      <ViewState query={query}>{(assessed) => <Assessments assessed={assessed} />}</ViewState>
    </div>
  )
}

function Assessments({ assessed: { counties, rule } }: { assessed: Assessed }) {
  const text = useText(listMessages)
  return (
    <Panel title={text('assessment.list')} count={counties.length}>
      {counties.length === 0 ? (
        <EmptyState title={text('assessment.none')} words={text('assessment.noneWords')} />
      ) : (
        <CountyTable counties={counties} />
      )}
      <p className="panel-words">
        {rule === null
          ? text('assessment.noRule')
          : text('assessment.rule', { ...rule.weights, first: rule.firstTierFrom, second: rule.secondTierFrom })}{' '}
        {rule?.isUnverified && text('assessment.unverified')}
      </p>
    </Panel>
  )
}

const COLUMNS = ['county', 'placed', 'inTime', 'stateEmployer', 'startedInTime', 'score', 'tier', 'streak'] as const
const TONES: Record<1 | 2 | 3, Tone> = { 1: 'green', 2: 'slate', 3: 'amber' }

function CountyTable({ counties }: { counties: readonly CountyAssessment[] }) {
  const text = useText(listMessages)
  return (
    <Wide label={text('assessment.list')}>
      <table className="plain-table">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {text(`assessment.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counties.map((county) => (
            <Row key={county.bureauCode} county={county} />
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Row({ county }: { county: CountyAssessment }) {
  const text = useText(listMessages)
  const share = (over: number, under: number) => (
    <>
      {under === 0 ? '–' : `${percent(over, under)}%`} <small className="faint">{text('assessment.of', { over, under })}</small>
    </>
  )
  return (
    <tr>
      <th scope="row">{county.unitName}</th>
      <td className="number">{share(county.placed, county.due)}</td>
      <td className="number">{share(county.inTime, county.placed)}</td>
      <td className="number">{share(county.stateEmployer, county.placed)}</td>
      <td className="number">{share(county.startedInTime, county.startsDue)}</td>
      <td className="number">{county.score === null ? '–' : (county.score / 100).toFixed(2)}</td>
      <td>{county.tier !== null && <Tag tone={TONES[county.tier]}>{text(`assessment.tier.${county.tier}`)}</Tag>}</td>
      <td className="number">{text('assessment.years', { count: county.streak })}</td>
    </tr>
  )
}
