import { useState } from 'react'
import { FileId } from '../../../../kernel/id.ts'
import { redraw } from '../../../../ui/api/redraw.ts'
import { type PaperFault, sendPaper, unopened } from '../../../../ui/api/send-paper.ts'
import { openBox } from '../../../../ui/outbox/field-desk.ts'
import { keepPhoto } from '../../../../ui/outbox/keep-photo.ts'

interface SendFile {
  readonly isSending: boolean
  readonly fault: PaperFault | 'not-kept' | 'only-photos' | undefined
  readonly add: (file: File) => Promise<void>
}

interface Sent {
  readonly id: FileId
  readonly isPicture: boolean
  /** Of a photo that lies on this device. */
  readonly hash?: string | undefined
}

/**
 * Sends a chosen photo or document; `onSent` has the draft, which is nowhere until a record takes it. A form that can go out
 * later keeps a photo on this device: `always` where the server is known to be out of reach, or where no answer came.
 */
export function useSendFile(onSent: (sent: Sent) => Promise<void> | void, keeps: 'never' | 'unanswered' | 'always' = 'never'): SendFile {
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState<SendFile['fault']>()
  const add = async (file: File) => {
    setSending(true)
    setFault(undefined)
    const isPicture = file.type.startsWith('image/')
    const sent = keeps === 'always' ? await keepHere(file, isPicture) : await sendOrKeep(file, isPicture && keeps === 'unanswered')
    if ('id' in sent) await onSent({ ...sent, id: FileId.parse(sent.id), isPicture })
    else setFault(sent.fault)
    setSending(false)
  }
  return { isSending, fault, add }
}

type Kept = { readonly id: string; readonly hash: string } | { readonly fault: Exclude<SendFile['fault'], undefined> }

async function sendOrKeep(file: File, mayKeep: boolean): Promise<{ id: string } | Kept> {
  const sent = await sendPaper(file, { door: '/api/evidence' })
  const isUnanswered = 'fault' in sent && sent.fault === 'not-sent'
  return isUnanswered && mayKeep && openBox() ? await keepHere(file, true) : sent
}

async function keepHere(file: File, isPicture: boolean): Promise<Kept> {
  if (!isPicture) return { fault: 'only-photos' }
  const drawn = await redraw(file).catch(() => undefined)
  if (!drawn) return { fault: await unopened(file) }
  return (await keepPhoto(drawn)) ?? { fault: 'not-kept' }
}
