import { Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Candidate, Sheet } from '../../contract.ts'
import { points } from '../points.ts'
import { usePlacementWords } from '../use-words.ts'
import { candidateMessages } from './messages-candidate.ts'

/** The sheet that stands, explained line by line with its evidence. */
export function SheetPanel({ candidate: { sheets } }: { candidate: Candidate }) {
  const text = useText(candidateMessages)
  const [sheet] = sheets
  if (!sheet)
    return (
      <Panel title={text('candidate.sheet')}>
        <EmptyState title={text('candidate.sheetNone')} />
      </Panel>
    )
  const { schemeTitle: title, number, drawnOn: day, isConfirmed, total } = sheet
  return (
    <Panel
      title={text('candidate.sheet')}
      count={text('candidate.sheetTotal', { total: points(total) })}
      side={<Tag tone={isConfirmed ? 'green' : 'amber'}>{text(isConfirmed ? 'candidate.sheetConfirmed' : 'candidate.sheetWaits')}</Tag>}
      foot={text('candidate.sheetBy', { title, number, day })}
    >
      <SheetLines sheet={sheet} />
    </Panel>
  )
}

const COLUMNS = ['item', 'quantity', 'each', 'points', 'evidence'] as const

function SheetLines({ sheet: { lines, total } }: { sheet: Sheet }) {
  const text = useText(candidateMessages)
  const { text: words } = usePlacementWords()
  return (
    <Wide label={text('candidate.sheet')}>
      <table className="plain-table">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {text(`candidate.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.item}>
              <th scope="row">{line.zh}</th>
              <td>{words(`placement.unit.${line.unit}`, { count: line.quantity })}</td>
              <td className="number">{points(line.each)}</td>
              <td className="number">{points(line.points)}</td>
              <td>{line.evidence}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {text('candidate.sheetTotal', { total: points(total) })}
            </th>
            <td className="number">
              <b>{points(total)}</b>
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </Wide>
  )
}
