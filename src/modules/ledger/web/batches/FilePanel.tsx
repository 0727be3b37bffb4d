import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { approveBatch, type BankFormatName, cancelFile, fileBatch, type getBatch, payBatch } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { useRefusalWords } from '../use-refusal-words.ts'

export type BatchSeen = z.output<typeof getBatch.output>

/** Checking, the bank file, and saying that the bank has it: each for another pair of hands. Whoever has none of it to do sees only what was made. */
export function FilePanel({ batch }: { batch: BatchSeen }) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const [format, setFormat] = useState<BankFormatName>(batch.format ?? 'csv')
  const [approving, filing, cancelling, paying] = [
    useAction(approveBatch),
    useAction(fileBatch),
    useAction(cancelFile),
    useAction(payBatch),
  ]
  const refusal = approving.refusal ?? filing.refusal ?? cancelling.refusal ?? paying.refusal
  const problem = approving.problem ?? filing.problem ?? cancelling.problem ?? paying.problem
  const { id: batchId, can, making } = batch
  const isMaking = making?.state === 'queued'
  const isNobodys = !can.approve && !can.file && !can.pay && !making && batch.fileHash === null
  if (isNobodys && !refusal && !problem) return null
  return (
    <Panel title={text('ledger.bankFile')}>
      <Making batch={batch} />
      <Refused sentence={words(refusal)} />
      <ActsFailed acts={[approving, filing, cancelling, paying]} />
      <div className="ledger-buttons">
        {can.approve && (
          <Button type="primary" size="middle" loading={approving.sending} onClick={() => void approving.send({ batchId })}>
            {text('ledger.check')}
          </Button>
        )}
        {can.file && !isMaking && (
          <>
            {batch.format === null && (
              <select
                className="plain-select"
                aria-label={text('ledger.format')}
                value={format}
                onChange={(event) => setFormat(event.target.value as BankFormatName)}
              >
                <option value="csv">{text('ledger.format.csv')}</option>
                <option value="pain001">{text('ledger.format.pain001')}</option>
              </select>
            )}
            <Button
              size="middle"
              type={batch.format === null ? 'primary' : 'default'}
              loading={filing.sending}
              onClick={() => void filing.send({ batchId, format: batch.format ?? format })}
            >
              {text(batch.format === null ? 'ledger.file' : 'ledger.fileAgain')}
            </Button>
          </>
        )}
        {can.file && isMaking && (
          <Button size="middle" loading={cancelling.sending} onClick={() => void cancelling.send({ batchId })}>
            {text('ledger.cancel')}
          </Button>
        )}
        {can.file && making?.fileId && making.isOwn && (
          <a className={batch.paidAt === null ? 'solid-button' : 'plain-button'} href={`/api/files/${making.fileId}`} download>
            {text('ledger.download')}
          </a>
        )}
        {can.pay && (
          <Button type="primary" size="middle" loading={paying.sending} onClick={() => void paying.send({ batchId })}>
            {text('ledger.pay')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Making({ batch: { making, fileHash, lineCount, can } }: { batch: BatchSeen }) {
  const text = useText(ledgerMessages)
  return (
    <div className="ledger-words" aria-live="polite">
      {making?.state === 'queued' && <p>{text('ledger.making', { done: making.done, count: lineCount })}</p>}
      {making?.state === 'cancelled' && <p>{text('ledger.cancelled')}</p>}
      {making?.state === 'made' && can.file && !making.isOwn && <p>{text('ledger.otherFile')}</p>}
      {fileHash !== null && <p className="faint">{text('ledger.hash', { hash: fileHash.slice(0, 16) })}</p>}
    </div>
  )
}
