import { useId } from 'react'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenRound } from '../../contract-board.ts'
import { verifyMessages } from './messages-verify.ts'
import { titleWithPlace } from './words-of-board.ts'

interface VerifyFormProps {
  rounds: readonly OpenRound[]
  roundId: string
  onRound: (id: string) => void
  onRecord: (file: File | undefined) => void
  onReceipt: (file: File | undefined) => void
  /** Why the round of the address, or any, cannot be chosen here. */
  notice: string | undefined
  isReady: boolean
  fault: string | undefined
  onCheck: () => void
}

/** What to check: a published round, a file, and whoever has one, the own receipt. */
export function VerifyForm({ rounds, roundId, onRound, onRecord, onReceipt, notice, isReady, fault, onCheck }: VerifyFormProps) {
  const text = useText(verifyMessages)
  const [round, file, receipt] = [useId(), useId(), useId()]
  return (
    <form
      className="verify-pick big"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onCheck()
      }}
    >
      {notice !== undefined && (
        <p className="red" role="alert">
          {notice}
        </p>
      )}
      <label htmlFor={round}>{text('placement.verify.round')}</label>
      <select id={round} value={roundId} onChange={({ target }) => onRound(target.value)}>
        <option value="">{text('placement.verify.choose')}</option>
        {rounds
          .filter(({ seal, id }) => seal !== null || id === roundId)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {titleWithPlace(one)}
            </option>
          ))}
      </select>
      <label htmlFor={file}>{text('placement.verify.file')}</label>
      <input id={file} type="file" accept="application/json,.json" onChange={({ target }) => onRecord(target.files?.[0])} />
      <label htmlFor={receipt}>{text('placement.verify.receipt')}</label>
      <input id={receipt} type="file" accept="application/json,.json" onChange={({ target }) => onReceipt(target.files?.[0])} />
      {fault !== undefined && (
        <p className="red" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" className="solid" disabled={!isReady}>
        {text('placement.verify.go')}
      </button>
    </form>
  )
}
