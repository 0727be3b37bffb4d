import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Import, ImportPreview } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { usePreview } from './use-preview.ts'

/** The first rows and the first mistakes, for as long as the import has not begun. */
export function PreviewPanels({ row }: { row: Import }) {
  const text = useText(registryMessages)
  const preview = usePreview(row.id)
  if (row.status !== 'checked') return null
  if (!preview) return <p className="note">{text('registry.import.noPreview')}</p>
  return (
    <div className="import-preview">
      <Panel title={text('registry.import.firstErrors')} {...(preview.wrong.length > 0 ? { tone: 'late' as const } : {})}>
        <div className="pad">
          <p className="soft">
            {preview.wrong.length === 0
              ? text('registry.import.noErrors', { count: preview.looked })
              : text('registry.import.someErrors', { count: preview.wrong.length, looked: preview.looked })}
          </p>
          <ul className="import-errors">
            {preview.wrong.map(({ rowNumber, reasons }) => (
              <li key={rowNumber}>
                <b>{text('registry.import.row', { count: rowNumber })}</b> <span>{reasons.join('；')}</span>
              </li>
            ))}
          </ul>
        </div>
      </Panel>
      <Panel title={text('registry.import.first')} side={text('registry.import.masked')}>
        <FirstRows preview={preview} />
      </Panel>
    </div>
  )
}

function FirstRows({ preview: { columns, rows } }: { preview: ImportPreview }) {
  const text = useText(registryMessages)
  return (
    <section
      className="import-rows"
      aria-label={text('registry.import.first')} /* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th />
            {columns.map(({ field, fieldTitle }) => (
              <th key={field} scope="col">
                {fieldTitle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rowNumber, cells, reasons }) => (
            <tr key={rowNumber} data-wrong={reasons.length > 0 || undefined}>
              <th scope="row" className="num">
                {rowNumber}
              </th>
              {columns.map(({ field }, at) => (
                <td key={field}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
