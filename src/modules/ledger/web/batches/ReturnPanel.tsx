import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { takeReturn } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { Refused } from '../parts.tsx'
import { useRefusalWords } from '../use-refusal-words.ts'

/** Takes a return file, and says what came of it. */
export function ReturnPanel({ batchId }: { batchId: string }) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const [file, setFile] = useState<File>()
  const taking = useAction(takeReturn)
  const take = async () => {
    if (file) await taking.send({ batchId, content: await file.text() })
  }
  const said = taking.value
  return (
    <Panel title={text('ledger.return')}>
      <div className="ledger-words">
        <FormField label={text('ledger.returnFile')} hint={text('ledger.returnHint')}>
          {(field) => <input {...field} type="file" accept=".csv,.txt" onChange={(event) => setFile(event.target.files?.[0])} />}
        </FormField>
        <div aria-live="polite">
          {said && <p>{text('ledger.taken', { paid: said.paid.count, returned: said.returned.count, repeated: said.repeated })}</p>}
        </div>
      </div>
      <Refused sentence={words(taking.refusal)} />
      {taking.problem && <ErrorState problem={taking.problem} onRetry={() => void take()} slim />}
      <div className="ledger-buttons">
        <Button type="primary" loading={taking.sending} disabled={!file} onClick={() => void take()}>
          {text('ledger.take')}
        </Button>
      </div>
    </Panel>
  )
}
