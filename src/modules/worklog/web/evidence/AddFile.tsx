import { useId } from 'react'
import { FilePick } from '../../../../ui/fields/FilePick.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { workMessages } from '../messages.ts'

interface AddFileProps {
  isSending: boolean
  /** Without a network: what is added stays on this device for now. */
  isOffline?: boolean
  /** Why the last one was not taken. */
  wrong: string | undefined
  onAdd: (file: File) => void
}

/** Takes one photo or PDF, without a network a photo; why it was not taken is said beside the button. */
export function AddFile({ isSending, isOffline = false, wrong, onAdd }: AddFileProps) {
  const text = useText(workMessages)
  const said = useId()
  return (
    <>
      <FilePick
        accept={isOffline ? 'image/*' : 'image/*,application/pdf'}
        isBusy={isSending}
        saidIn={said}
        onPick={([file]) => file && onAdd(file)}
      >
        {isOffline
          ? text(isSending ? 'work.evidence.storing' : 'work.evidence.addPhoto')
          : text(isSending ? 'work.evidence.sending' : 'work.evidence.add')}
      </FilePick>
      <span id={said} className="field-error" role="alert">
        {wrong}
      </span>
    </>
  )
}
