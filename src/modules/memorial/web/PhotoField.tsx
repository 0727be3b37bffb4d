import { type ChangeEvent, useId, useState } from 'react'
import { FileId } from '../../../kernel/id.ts'
import { type PaperFault, sendPaper } from '../../../ui/api/send-paper.ts'
import { useMemorialWords } from './use-memorial-words.ts'

interface PhotoFieldProps {
  label: string
  photo: FileId | null
  onChange: (photo: FileId) => void
}

/** One photo, taken with the phone or chosen; the drawer's action keeps it. */
export function PhotoField({ label, photo, onChange }: PhotoFieldProps) {
  const { text } = useMemorialWords()
  const said = useId()
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState<PaperFault | 'only-photos'>()
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    setFault(file.type.startsWith('image/') ? undefined : 'only-photos')
    if (!file.type.startsWith('image/')) return
    setSending(true)
    const sent = await sendPaper(file, { door: '/api/evidence' })
    if ('id' in sent) onChange(FileId.parse(sent.id))
    else setFault(sent.fault)
    setSending(false)
  }
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <label className="memorial-photo" aria-busy={isSending}>
        {text(isSending ? 'memorial.sending' : photo === null ? 'memorial.addPhoto' : 'memorial.hasPhoto')}
        <input
          type="file"
          accept="image/*"
          aria-label={label}
          aria-describedby={said}
          disabled={isSending}
          onChange={(event) => void add(event)}
        />
      </label>
      <span id={said} className="field-error" role="alert">
        {fault && text(`memorial.fault.${fault}`)}
      </span>
    </div>
  )
}
