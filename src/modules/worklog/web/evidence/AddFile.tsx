import type { ChangeEvent } from 'react'
import { useId } from 'react'
import { useText } from '../../../../ui/text/use-text.ts'
import { evidenceMessages } from './messages-evidence.ts'

interface AddFileProps {
  isSending: boolean
  /** Why the last one was not taken. */
  wrong: string | undefined
  onAdd: (event: ChangeEvent<HTMLInputElement>) => void
}

/** Takes one photo or PDF; why it was not taken is said beside the button. */
export function AddFile({ isSending, wrong, onAdd }: AddFileProps) {
  const text = useText(evidenceMessages)
  const said = useId()
  return (
    <>
      <label className="work-file-add" aria-busy={isSending}>
        {text(isSending ? 'work.evidence.sending' : 'work.evidence.add')}
        <input type="file" accept="image/*,application/pdf" disabled={isSending} aria-describedby={said} onChange={onAdd} />
      </label>
      <span id={said} className="field-error" role="alert">
        {wrong}
      </span>
    </>
  )
}
