import { Button } from 'antd'
import { useState } from 'react'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { RegionField } from '../form/RegionField.tsx'
import { registryMessages } from '../messages.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { findOwn } from '../use-region.ts'
import { findFileFault, sizeWords } from './chosen-file.ts'
import { FileDrop } from './FileDrop.tsx'
import { useBringWorkbook } from './use-bring-workbook.ts'

/** Chooses a workbook and the station it is for; what can be said before sending is said before sending. */
export function ImportEntry() {
  const text = useText(registryMessages)
  const account = useAccount()
  const [file, setFile] = useState<File>()
  const [unitCode, setUnitCode] = useState<string | undefined>(account.unitCode)
  const bring = useBringWorkbook()
  const fault = file && findFileFault(file)
  const said = fault ?? (bring.uploadRefusal && { size: sizeWords(file?.size ?? 0), ...bring.uploadRefusal })
  const isReady = file !== undefined && fault === undefined && unitCode !== undefined
  const station = text('registry.import.station')
  return (
    <Panel title={text('registry.import.bring')}>
      <form
        className="import-entry"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void bring.bring(file, unitCode)
        }}
      >
        {bring.problem && <ErrorState problem={bring.problem} slim />}
        {bring.refusal && <RefusalNote refusal={bring.refusal} />}
        <FormField
          label={text('registry.import.file')}
          hint={text('registry.import.kinds')}
          error={said && text(`registry.upload.${said.code}`, said)}
        >
          {(field) => (
            <FileDrop
              {...field}
              file={file}
              disabled={bring.isBusy}
              onFile={(next) => {
                setFile(next)
                bring.reset()
              }}
            />
          )}
        </FormField>
        <FormField
          label={station}
          hint={text('registry.import.stationHint')}
          error={unitCode === undefined ? text('registry.import.stationMissing') : undefined}
        >
          {(field) => (
            <RegionField {...field} label={station} find={findOwn} value={unitCode} onChange={setUnitCode} disabled={bring.isBusy} />
          )}
        </FormField>
        <div className="row acts import-send">
          <Sending bring={bring} size={file?.size ?? 0} />
          <Button className="push" type="primary" size="middle" htmlType="submit" disabled={!isReady} loading={bring.isBusy}>
            {text('registry.import.look')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

/** How much has left, and a way to stop it. */
function Sending({ bring, size }: { bring: ReturnType<typeof useBringWorkbook>; size: number }) {
  const text = useText(registryMessages)
  if (bring.isLooking) return <span role="status">{text('registry.import.looking')}</span>
  if (bring.sent === undefined) return null
  return (
    <>
      <progress max={size} value={bring.sent} aria-label={text('registry.import.look')} />
      <span className="soft">{text('registry.import.sending', { sent: sizeWords(bring.sent), size: sizeWords(size) })}</span>
      <Button onClick={bring.stop}>{text('registry.import.stop')}</Button>
    </>
  )
}
