import { Link } from 'react-router'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MatterLine } from '../../../contract.ts'
import { DueWords } from '../due-words.tsx'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'

/** A few matters of somebody, each a link: what, how far, with whom, until when. */
export function MatterLines({ rows, empty }: { rows: readonly MatterLine[]; empty: string }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  if (rows.length === 0) return <EmptyState title={empty} />
  return (
    <ul className="matter-lines">
      {rows.map((row) => (
        <li key={row.id}>
          <span className="grow">
            <Link to={`/desk/matters/${row.id}`}>{wordsOf(row.typeName)}</Link> <span className="faint">{row.openedOn}</span>
            <span className="field-hint">
              {wordsOf(row.stateName)} ·{' '}
              {row.holder ? text(`matters.seat.${row.holder}`) : row.outcome && text(`matters.outcome.${row.outcome}`)}
            </span>
          </span>
          {row.outcome === null && <DueWords due={row.due} text={text} />}
        </li>
      ))}
    </ul>
  )
}
