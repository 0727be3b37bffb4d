import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Import } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { isUnderWay, isWritingResult } from './import-state.ts'

/** Why it stopped, and the workbook with the reasons, once there is one. */
export function ImportResult({ row }: { row: Import }) {
  return (
    <>
      {row.refusal !== null && <Alarm title={row.refusal} />}
      <Returned row={row} />
    </>
  )
}

function Returned({ row }: { row: Import }) {
  const text = useText(registryMessages)
  if (row.resultFileId !== null) {
    return (
      <div className="panel import-result">
        <a className="solid-button" href={`/api/files/${row.resultFileId}`} download>
          <Icon name="download" /> {text('registry.import.download')}
        </a>
        <span className="soft">{text('registry.import.downloadWords')}</span>
      </div>
    )
  }
  if (isWritingResult(row, Date.now())) return <p role="status">{text('registry.import.resultWait')}</p>
  const isOver = !isUnderWay(row) && row.status !== 'checked'
  return isOver && row.rowsRead > 0 ? <p className="rule">{text('registry.import.resultOther')}</p> : null
}
