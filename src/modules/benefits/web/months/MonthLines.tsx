import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatFen } from '../../../../kernel/fen.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type LineReason, listMonthLines, type RunLineSeen } from '../../contract.ts'
import { useSumSentence } from '../person/AmountTable.tsx'
import { personMessages } from '../person/messages-person.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { WideTable } from '../WideTable.tsx'
import { monthMessages } from './messages-months.ts'

/** Lines of a run by person, a page at a time; each opens what it was worked out from. */
export function MonthLines({ runId, why, onAll }: { runId: string; why: LineReason | undefined; onAll: () => void }) {
  const text = useText(monthMessages)
  const [after, setAfter] = useState<PersonId>()
  const query = useView(listMonthLines, { runId, ...(why && { why }), ...(after && { after }) }, { keepPrevious: true })
  return (
    <Panel title={text('run.lines')} count={text(why === undefined ? 'run.everybody' : `why.${why}`)}>
      {why !== undefined && (
        <div className="benefit-buttons">
          <Button onClick={onAll}>{text('run.everybody')}</Button>
        </div>
      )}
      <ViewState query={query}>
        {({ lines, next }) => (
          <>
            <WideTable
              label={text('run.lines')}
              titles={[text('wait.name'), text('months.month'), text('months.total'), text('run.reason'), text('run.explain')]}
            >
              {lines.map((line) => (
                <LineRow key={`${line.personId} ${line.classCode} ${line.kind} ${line.month}`} line={line} />
              ))}
            </WideTable>
            <div className="benefit-buttons">
              {after !== undefined && <Button onClick={() => setAfter(undefined)}>{text('run.first')}</Button>}
              {next !== null && <Button onClick={() => setAfter(next)}>{text('run.more')}</Button>}
            </div>
          </>
        )}
      </ViewState>
    </Panel>
  )
}

function LineRow({ line }: { line: RunLineSeen }) {
  const text = useText(monthMessages)
  const words = useBenefitWords()
  const { personId, nameMasked, classCode, month, amountFen, why } = line
  return (
    <tr>
      <th scope="row">
        <Link to={`/desk/people/${personId}`}>{nameMasked}</Link>
      </th>
      <td className="number">{month}</td>
      <td className="number">{formatFen(BigInt(amountFen))}</td>
      <td className="number">{text(`why.${why}`)}</td>
      <td className="benefit-why">
        <details>
          <summary>{words.held({ classCode, grade: null, cause: null })}</summary>
          <Explanation line={line} />
        </details>
      </td>
    </tr>
  )
}

/** The sum, the difference to what was paid, the table and the article. */
function Explanation({ line: { kind, month, amountFen, paidFen, why, rate } }: { line: RunLineSeen }) {
  const text = useText(monthMessages)
  const due = useText(personMessages)
  const words = useBenefitWords()
  const sentence = useSumSentence()
  const values = { month, due: words.yuan(String(BigInt(amountFen) + BigInt(paidFen))), paid: words.yuan(paidFen) }
  return (
    <>
      {why === 'backPay' && <p>{text('run.back', values)}</p>}
      {why === 'recovery' && <p>{text('run.takeBack', values)}</p>}
      {rate && (
        <>
          <p>{sentence({ kind, ...rate })}</p>
          <p className="faint">{due('due.source', { article: rate.article, title: rate.title })}</p>
        </>
      )}
      {!rate && <p>{text(`why.${why}`)}</p>}
    </>
  )
}
