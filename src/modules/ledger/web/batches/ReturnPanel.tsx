import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useStoredFile, withStored } from '../../../../ui/api/use-stored-file.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { takeReturn } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { useRefusalWords } from '../use-refusal-words.ts'
import type { BatchSeen } from './FilePanel.tsx'
import { ReturnList } from './ReturnList.tsx'

/** Takes a return file, and says of each that was brought what came of it. */
export function ReturnPanel({ batch }: { batch: BatchSeen }) {
  const text = useText(ledgerMessages)
  return (
    <Panel title={text('ledger.return')}>
      {batch.can.takeReturn && <ReturnFields batchId={batch.id} />}
      {batch.returns.length > 0 && <ReturnList returns={batch.returns} />}
    </Panel>
  )
}

function ReturnFields({ batchId }: { batchId: string }) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const [file, setFile] = useState<File>()
  const stored = useStoredFile({ kind: 'bankReturn' })
  const taking = useAction(takeReturn)
  const take = async () => {
    const fileId = file && (await stored.store(file))
    if (fileId !== undefined) await taking.send({ batchId, fileId })
  }
  const { sending, problem } = withStored(taking, stored)
  const percent = file && stored.sent !== undefined ? Math.floor((stored.sent / Math.max(file.size, 1)) * 100) : undefined
  return (
    <>
      <div className="ledger-words">
        <FormField label={text('ledger.returnFile')} hint={text('ledger.returnHint')}>
          {(field) => <input {...field} type="file" accept=".csv,.txt" onChange={(event) => setFile(event.target.files?.[0])} />}
        </FormField>
        <div aria-live="polite">{percent !== undefined && <p>{text('ledger.uploading', { percent })}</p>}</div>
      </div>
      <Refused sentence={stored.refusal ? text(`ledger.upload.${stored.refusal.code}`) : words(taking.refusal)} />
      {problem && <ErrorState problem={problem} onRetry={() => void take()} slim />}
      <div className="ledger-buttons">
        <Button type="primary" size="middle" loading={sending} disabled={!file} onClick={() => void take()}>
          {text('ledger.take')}
        </Button>
      </div>
    </>
  )
}
