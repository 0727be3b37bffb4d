import { type ChangeEvent, useState } from 'react'
import { FileId } from '../../../../kernel/id.ts'
import { type PaperFault, sendPaper } from '../../../../ui/api/send-paper.ts'

interface SendFile {
  readonly isSending: boolean
  readonly fault: PaperFault | undefined
  /** Of an input of one file. */
  readonly add: (event: ChangeEvent<HTMLInputElement>) => Promise<void>
}

/** Sends a chosen photo or document; `onSent` has the draft, which is nowhere until a record takes it. */
export function useSendFile(onSent: (sent: { id: FileId; isPicture: boolean }) => Promise<void> | void): SendFile {
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState<PaperFault>()
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    setSending(true)
    setFault(undefined)
    const sent = await sendPaper(file, { door: '/api/evidence' })
    if ('id' in sent) await onSent({ id: FileId.parse(sent.id), isPicture: file.type.startsWith('image/') })
    else setFault(sent.fault)
    setSending(false)
  }
  return { isSending, fault, add }
}
