import { Link, useParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { count } from '../../../../ui/text/format.ts'
import { Marked } from '../../../../ui/text/Marked.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { getImport, type Import } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { shortPlace, useRegion } from '../use-region.ts'
import { ColumnsPanel } from './ColumnsPanel.tsx'
import { fileWords } from './file-words.ts'
import { ImportActs } from './ImportActs.tsx'
import { ImportResult } from './ImportResult.tsx'
import { isUnderWay, nextLook } from './import-state.ts'
import { PreviewPanels } from './PreviewPanels.tsx'
import '../registry.css'
import './import.css'

/** One import: what it will do, how far it is, and what became of its rows. */
export function ImportPage() {
  const text = useText(registryMessages)
  const { importId = '' } = useParams()
  const query = useView(getImport, { importId }, { every: (row) => nextLook(row, Date.now()) })
  const row = query.data
  return (
    <>
      <PageHead
        title={
          row === undefined ? (
            text('registry.import.plain')
          ) : (
            <Marked text={text(`registry.import.head.${row.status}`, { count: count(row.rowsRead) })} />
          )
        }
        note={row && <FileAndPlace row={row} />}
        crumb={<Link to="/desk/imports">{text('registry.import.plain')}</Link>}
        actions={row && <ImportActs key={row.id} row={row} />}
      />
      <ViewState query={query}>{(value) => <OneImport row={value} />}</ViewState>
    </>
  )
}

function FileAndPlace({ row }: { row: Import }) {
  const text = useText(registryMessages)
  const place = useRegion(row.unitCode)
  return (
    <>
      {fileWords(row, text)} · {place ? shortPlace(place) : row.unitCode}
    </>
  )
}

function OneImport({ row }: { row: Import }) {
  const text = useText(registryMessages)
  return (
    <>
      {isUnderWay(row) && (
        <div className="import-running" role="status">
          <progress aria-label={text('registry.importStatus.running')} />
          <span className="soft">{text('registry.import.leave')}</span>
        </div>
      )}
      {row.status !== 'checked' && <Numbers row={row} />}
      <ImportResult row={row} />
      <div className="import-two" data-one={row.status !== 'checked' || undefined}>
        <ColumnsPanel row={row} />
        <PreviewPanels row={row} />
      </div>
    </>
  )
}

function Numbers({ row }: { row: Import }) {
  const text = useText(registryMessages)
  const unit = text('registry.import.unit')
  const figures = [
    { key: 'read', label: text('registry.import.read'), value: count(row.rowsRead), unit },
    { key: 'new', label: text('registry.import.new'), value: count(row.rowsNew), unit },
    { key: 'filled', label: text('registry.import.filled'), value: count(row.rowsFilled), unit },
    { key: 'unchanged', label: text('registry.import.unchanged'), value: count(row.rowsUnchanged), unit },
    {
      key: 'wrong',
      label: text('registry.import.wrong'),
      value: count(row.rowsWrong),
      unit,
      ...(row.rowsWrong > 0 ? { tone: 'red' as const } : {}),
    },
  ]
  return (
    <>
      <Strip figures={figures} label={text('registry.import.result')} />
      {row.rowsMended > 0 && <p className="rule">{text('registry.import.mended', { count: count(row.rowsMended) })}</p>}
    </>
  )
}
