import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listTouched } from '../../contract.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { WideTable } from '../WideTable.tsx'
import { rateMessages } from './messages-rates.ts'

/** Who, how much, from when: asked for when somebody wants to see it. */
export function TouchedPeople({ id }: { id: string }) {
  const text = useText(rateMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="benefit-words" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('rates.who')}</summary>
      {isOpen && <People id={id} />}
    </details>
  )
}

function People({ id }: { id: string }) {
  const text = useText(rateMessages)
  const words = useBenefitWords()
  const [page, setPage] = useState(0)
  const query = useView(listTouched, { id, page }, { keepPrevious: true })
  const titles = ['whoName', 'before', 'after', 'raise', 'owed'] as const
  return (
    <ViewState query={query}>
      {({ rows, people, pages, owedFen, effectiveFrom: from }) =>
        rows.length === 0 ? (
          <EmptyState title={text('rates.nobody')} />
        ) : (
          <>
            <p>
              <b>{text('rates.owedHead', { from, count: people, amount: words.yuan(owedFen) })}</b>
            </p>
            <WideTable label={text('rates.who')} titles={titles.map((title) => text(`rates.${title}`))}>
              {rows.map((row) => (
                <tr key={`${row.personId} ${row.key.classCode}`}>
                  <th scope="row">
                    <Link to={`/desk/people/${row.personId}`}>{row.nameMasked}</Link> {words.key(row.key)}
                  </th>
                  <td className="number">{row.beforeFen === null ? text('rates.new') : words.yuan(row.beforeFen)}</td>
                  <td className="number">{words.yuan(row.afterFen)}</td>
                  <td className="number">{words.yuan(row.raiseFen)}</td>
                  <td className="number">{text('rates.owedMonths', { count: row.owedMonths, amount: words.yuan(row.owedFen) })}</td>
                </tr>
              ))}
            </WideTable>
            {pages > 1 && (
              <div className="benefit-buttons">
                <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
                  {text('rates.earlier')}
                </Button>
                <span>{text('rates.page', { page: page + 1, pages })}</span>
                <Button disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
                  {text('rates.later')}
                </Button>
              </div>
            )}
          </>
        )
      }
    </ViewState>
  )
}
