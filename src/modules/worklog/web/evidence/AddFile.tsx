import type { ChangeEvent } from 'react'
import { useId } from 'react'
import { useText } from '../../../../ui/text/use-text.ts'
import { workMessages } from '../messages.ts'

interface AddFileProps {
  isSending: boolean
  /** Without a network: what is added stays on this device for now. */
  isOffline?: boolean
  /** Why the last one was not taken. */
  wrong: string | undefined
  onAdd: (event: ChangeEvent<HTMLInputElement>) => void
}

/** Takes one photo or PDF, without a network a photo; why it was not taken is said beside the button. */
export function AddFile({ isSending, isOffline = false, wrong, onAdd }: AddFileProps) {
  const text = useText(workMessages)
  const said = useId()
  return (
    <>
      <label className="work-file-add" aria-busy={isSending}>
        {isOffline
          ? text(isSending ? 'work.evidence.storing' : 'work.evidence.addPhoto')
          : text(isSending ? 'work.evidence.sending' : 'work.evidence.add')}
        <input
          type="file"
          accept={isOffline ? 'image/*' : 'image/*,application/pdf'}
          disabled={isSending}
          aria-describedby={said}
          onChange={onAdd}
        />
      </label>
      <span id={said} className="field-error" role="alert">
        {wrong}
      </span>
    </>
  )
}
