import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Import } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { OtherSheets } from './OtherSheets.tsx'

/** Which column of the workbook fills what; those that nothing knows are named. */
export function ColumnsPanel({ row }: { row: Import }) {
  const { columns, unmatched } = row
  const text = useText(registryMessages)
  return (
    <Panel title={text('registry.import.columns')} count={text('registry.import.columnCount', { count: columns.length })}>
      <div className="pad">
        <OtherSheets row={row} />
        {unmatched.length === 0 ? (
          <p className="note">{text('registry.import.allMatched')}</p>
        ) : (
          <p className="note" data-tone="amber">
            <Icon name="warning" size={14} />{' '}
            {text('registry.import.unmatched', { count: unmatched.length, names: unmatched.join(text('registry.import.joint')) })}
          </p>
        )}
        <table className="import-columns">
          <thead>
            <tr>
              <th scope="col">{text('registry.import.inSheet')}</th>
              <th scope="col">{text('registry.import.inFile')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ field, title, fieldTitle }) => (
              <tr key={field}>
                <td>{title}</td>
                <td>
                  <Icon name="check" size={12} /> {fieldTitle}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
