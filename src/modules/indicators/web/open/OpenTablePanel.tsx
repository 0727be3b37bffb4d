import { count } from '../../../../ui/text/format.ts'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenTable } from '../../contract-open.ts'
import { wordText } from '../fact-words.ts'
import { unitText } from '../figure-words.ts'
import { indicatorsMessages } from '../messages.ts'
import { openFigureMessages } from './messages-open.ts'

type Row = OpenTable['rows'][number]

const isEmpty = (row: Row): boolean => row.cells.every((cell) => cell === 0)

/** One indicator: places down, the whole and its words across. A place's own share stands under it, where it has one. */
export function OpenTablePanel({ table }: { table: OpenTable }) {
  const text = useText(openFigureMessages)
  const words = useText(indicatorsMessages)
  const language = useLanguage()
  const name = language === 'en' ? table.en : table.zh
  const columnName = (column: string): string => {
    if (column === '') return text('figures.open.whole')
    return column === '*' ? text('figures.open.rest') : wordText(column)
  }
  return (
    <section className="open-table">
      <h2>
        {name} <small>{text('figures.open.unit', { unit: unitText(table.unitKind, words) })}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
      <section className="open-wide" aria-label={name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text('figures.open.place')}</th>
              {table.columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {columnName(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows
              .filter((row) => !row.isOwn || !isEmpty(row))
              .map((row) => (
                <tr key={`${row.code}${row.isOwn}`} data-tier={row.isOwn ? 'own' : row.tier}>
                  <th scope="row">{row.isOwn ? text('figures.open.own', { name: row.name }) : row.name}</th>
                  {row.cells.map((cell, at) => (
                    <td key={table.columns[at]} className="number">
                      {cell === null ? <Star label={text('figures.open.star')} /> : count(cell)}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Star({ label }: { label: string }) {
  return (
    <>
      <span aria-hidden="true">＊</span>
      <span className="unseen">{label}</span>
    </>
  )
}
