import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { cancelImport, type Import, runImport } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { isUnderWay } from './import-state.ts'

/** Runs, goes on, gives up or stops; stopping asks once, since it cannot be taken back. */
export function ImportActs({ row }: { row: Import }) {
  const text = useText(registryMessages)
  const [isAsking, setAsking] = useState(false)
  const run = useAction(runImport)
  const cancel = useAction(cancelImport, { onDone: () => setAsking(false) })
  const problem = run.problem ?? cancel.problem
  const refusal = run.refusal ?? cancel.refusal
  const stop = () => void cancel.send({ importId: row.id })
  return (
    <>
      {problem && <ErrorState problem={problem} slim />}
      {refusal && <RefusalNote refusal={refusal} />}
      {isAsking && row.can.cancel ? (
        <span className="row acts" role="alert">
          {text('registry.import.cancelAsk')}
          <Button size="middle" onClick={() => setAsking(false)}>
            {text('registry.import.cancelNo')}
          </Button>
          <Button size="middle" danger loading={cancel.sending} onClick={stop}>
            {text('registry.import.cancelYes')}
          </Button>
        </span>
      ) : (
        row.can.cancel && (
          <Button size="middle" loading={cancel.sending} onClick={isUnderWay(row) ? () => setAsking(true) : stop}>
            {text(isUnderWay(row) ? 'registry.import.cancel' : 'registry.import.dismiss')}
          </Button>
        )
      )}
      {row.can.run && (
        <Button size="middle" type="primary" loading={run.sending} onClick={() => void run.send({ importId: row.id })}>
          {text(row.status === 'failed' ? 'registry.import.runAgain' : 'registry.import.run')}
        </Button>
      )}
    </>
  )
}
