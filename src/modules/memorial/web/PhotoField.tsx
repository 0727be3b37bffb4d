import { useId, useState } from 'react'
import { FileId } from '../../../kernel/id.ts'
import { type PaperFault, sendPaper } from '../../../ui/api/send-paper.ts'
import { FilePick } from '../../../ui/fields/FilePick.tsx'
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
  const add = async (file: File) => {
    setFault(file.type.startsWith('image/') ? undefined : 'only-photos')
    if (!file.type.startsWith('image/')) return
    setSending(true)
    const sent = await sendPaper(file, { door: '/api/evidence' })
    if ('id' in sent) onChange(FileId.parse(sent.id))
    else setFault(sent.fault)
    setSending(false)
  }
  return (
    <div className="field memorial-photo">
      <span className="field-label">{label}</span>
      <FilePick label={label} accept="image/*" isBusy={isSending} saidIn={said} onPick={([file]) => file && void add(file)}>
        {text(isSending ? 'memorial.sending' : photo === null ? 'memorial.addPhoto' : 'memorial.hasPhoto')}
      </FilePick>
      <span id={said} className="field-error" role="alert">
        {fault && text(`memorial.fault.${fault}`)}
      </span>
    </div>
  )
}
