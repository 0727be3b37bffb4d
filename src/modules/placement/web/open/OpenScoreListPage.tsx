import { Link, useParams } from 'react-router'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { LoadingState } from '../../../../ui/parts/LoadingState.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { ReadFailed } from '../../../../ui/plain/ReadFailed.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenScoreLine, OpenScoreList } from '../../contract-open-scores.ts'
import { scoreListMessages } from './messages-scores.ts'
import { useCohortName } from './OpenScoresPage.tsx'
import { useOpenScoreList } from './use-open-scores.ts'
import { points } from './words-of-board.ts'
import './open.css'
import '../placement.css'

/** One published list: masked names and sums. */
export function OpenScoreListPage() {
  const text = useText(scoreListMessages)
  const { cohortId = '' } = useParams()
  const { data, isError, refetch } = useOpenScoreList(cohortId)
  if (isError) return <ReadFailed sentence={text('scores.failed')} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState />
  if (data === null) {
    return (
      <EmptyState
        title={text('scores.gone')}
        words={text('scores.goneWords')}
        action={<Link to="/open/scores">{text('scores.all')}</Link>}
      />
    )
  }
  return <Shown list={data} />
}

function Shown({ list }: { list: OpenScoreList }) {
  const text = useText(scoreListMessages)
  const [day, nameOf] = [useDay(), useCohortName()]
  return (
    <div className="rounds-open">
      <PageHeading title={nameOf(list)} />
      <p className="lead">
        {text(list.isOpen ? 'scores.open' : 'scores.closed', { day: day(list.closesOn) })} ·{' '}
        {text('scores.people', { count: list.people, day: day(list.publishedOn) })}
      </p>
      {list.isOpen && <p>{text('scores.object')}</p>}
      <ScoreLines lines={list.lines} label={nameOf(list)} />
      <p>
        {text('scores.otherWords')} {text('scores.until', { day: day(list.shownUntil) })}
      </p>
      <p className="round-doors">
        <Link className="ghost" to="/open/scores">
          {text('scores.all')}
        </Link>
      </p>
    </div>
  )
}

const COLUMNS = ['number', 'name', 'total', 'service', 'reward', 'other'] as const

const inPoints = (hundredths: number): string => points(hundredths * 100)

function ScoreLines({ lines, label }: { lines: readonly OpenScoreLine[]; label: string }) {
  const text = useText(scoreListMessages)
  return (
    <Wide isComparing label={label}>
      <table className="plain-table letters">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {text(`scores.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number}>
              <th scope="row" className="number">
                {line.number}
              </th>
              <td>{line.name}</td>
              <td className="number">
                <b>{inPoints(line.total)}</b>
                {line.publishedTotal !== null && (
                  <span className="field-hint"> {text('scores.changed', { total: inPoints(line.publishedTotal) })}</span>
                )}
              </td>
              <td className="number">{inPoints(line.service)}</td>
              <td className="number">{inPoints(line.reward)}</td>
              <td className="number">{inPoints(line.other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
