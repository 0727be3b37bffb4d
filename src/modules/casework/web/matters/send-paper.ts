import { z } from 'zod'
import { redraw } from '../send-photo.ts'

const Stored = z.object({ value: z.object({ id: z.uuid() }) })

/** Why a paper did not come in. */
export type PaperFault = 'not-a-paper' | 'too-large' | 'not-sent'

/**
 * Sends a copy of a paper: a PDF as it is, a picture drawn anew and without what the camera wrote beside it. What came in
 * half is nowhere: the server keeps a whole file or nothing.
 */
export async function sendPaper(file: File): Promise<{ id: string } | { fault: PaperFault }> {
  const isPicture = file.type.startsWith('image/')
  const drawn = isPicture ? await redraw(file).catch(() => undefined) : file
  if (!drawn) return { fault: 'not-a-paper' }
  const form = new FormData()
  form.append('file', drawn, isPicture ? 'paper.jpg' : 'paper.pdf')
  const answer = await fetch('/api/papers', { method: 'POST', body: form, headers: { 'x-guidui-upload': '1' } }).catch(() => undefined)
  if (answer?.status === 422) return { fault: 'not-a-paper' }
  if (answer?.status === 413) return { fault: 'too-large' }
  const stored = Stored.safeParse(await answer?.json().catch(() => undefined))
  return stored.success ? { id: stored.data.value.id } : { fault: 'not-sent' }
}
