import type { Column } from './column.ts'

interface CardsProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  onOpen?: (row: Row) => void
}

/** The rows of a table on a phone: a title line, then name and value. */
export function Cards<Row>({ label, columns, rows, keyOf, onOpen }: CardsProps<Row>) {
  const title = columns.find((column) => column.card === 'title') ?? columns[0]
  const others = columns.filter((column) => column !== title && column.card !== 'none')
  return (
    <ul className="cards-list" aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          {onOpen ? (
            <button type="button" className="card-title" onClick={() => onOpen(row)}>
              {title?.draw(row)}
            </button>
          ) : (
            <div className="card-title">{title?.draw(row)}</div>
          )}
          <dl>
            {others.map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd>{column.draw(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
