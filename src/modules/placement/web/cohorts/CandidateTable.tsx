import { Link } from 'react-router'
import type { z } from 'zod'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { CandidateLine, getCohort } from '../../contract.ts'
import { composite, points } from '../points.ts'
import { usePlacementWords } from '../use-words.ts'
import { cohortMessages } from './messages-cohorts.ts'

const TONES: Partial<Record<CandidateLine['state'], Tone>> = {
  objected: 'amber',
  ranked: 'green',
  picked: 'green',
  letterIssued: 'green',
  onDuty: 'green',
  waivedLate: 'red',
  waivedRefused: 'red',
  cancelled: 'red',
}

/** The people of a cohort: by rank once they have one, before that by number. */
export function CandidateTable({ seen: { cohort, candidates } }: { seen: z.output<typeof getCohort.output> }) {
  const text = useText(cohortMessages)
  const hasExam = cohort.method === 'exam'
  const sorted = candidates.toSorted((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || a.number - b.number)
  const columns = ['number', 'person', 'state', 'way', 'total', ...(hasExam ? (['exam'] as const) : []), 'composite', 'rankColumn'] as const
  return (
    <Wide label={text('cohorts.list')}>
      <table className="plain-table">
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col">
                {text(`cohorts.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <Line key={line.id} line={line} hasExam={hasExam} />
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Line({ line, hasExam }: { line: CandidateLine; hasExam: boolean }) {
  const text = useText(cohortMessages)
  const { text: words } = usePlacementWords()
  return (
    <tr>
      <td className="number">{line.number}</td>
      <th scope="row">
        <Link to={`/desk/placement/candidates/${line.id}`}>{line.name}</Link>
      </th>
      <td>
        <Tag tone={TONES[line.state] ?? 'plain'}>{words(`placement.state.${line.state}`)}</Tag>
      </td>
      <td>{line.way === null ? '' : words(`placement.way.${line.way}`)}</td>
      <td className="number">
        {line.total !== null && (
          <>
            {points(line.total)} <span className="faint">{text(line.isConfirmed ? 'cohorts.confirmed' : 'cohorts.unconfirmed')}</span>
          </>
        )}
      </td>
      {hasExam && <td className="number">{line.exam === null ? '' : points(line.exam)}</td>}
      <td className="number">{line.composite === null ? '' : composite(line.composite)}</td>
      <td className="number">
        {line.rank ?? ''} {line.isTied && <span className="faint">{text('cohorts.tied')}</span>}
      </td>
    </tr>
  )
}
