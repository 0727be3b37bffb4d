import { z } from 'zod'
import { reportConnection } from './connection.ts'
import { isHeic } from './is-heic.ts'
import { inPagesName } from './page-account.ts'
import { redraw } from './redraw.ts'
import { untilSignedIn } from './sign-in-gate.ts'

const Stored = z.object({ value: z.object({ id: z.uuid() }) })

/** Why a paper did not come in. */
export type PaperFault = 'not-a-paper' | 'heic' | 'too-large' | 'not-sent'

/** What is wrong with a file that cannot be opened: it is none, or a photo in a format that browsers do not open. */
export const unopened = async (file: Blob): Promise<PaperFault> => ((await isHeic(file)) ? 'heic' : 'not-a-paper')

/** Where copies come in: papers of a matter and evidence of work by the desk, or from the telephone of the person. */
export type PaperDoor = '/api/papers' | '/api/evidence' | '/api/me/files'

/**
 * Sends a copy of a paper: a PDF as it is, a picture drawn anew and without what the camera wrote beside it. What came in
 * half is nowhere: the server keeps a whole file or nothing. A photo that `isReady`, cut to size, goes as it is. Without a sign-in it waits for one and sends again.
 */
export async function sendPaper(
  file: File,
  { door = '/api/papers', isReady = false }: { door?: PaperDoor; isReady?: boolean } = {},
): Promise<{ id: string } | { fault: PaperFault }> {
  const isPicture = file.type.startsWith('image/')
  const drawn = isPicture && !isReady ? await redraw(file).catch(() => undefined) : file
  if (!drawn) return { fault: await unopened(file) }
  for (;;) {
    const form = new FormData()
    form.append('file', drawn, isPicture ? 'paper.jpg' : 'paper.pdf')
    const headers = { 'x-guidui-upload': '1', ...inPagesName() }
    const answer = await fetch(door, { method: 'POST', body: form, headers }).catch(() => undefined)
    reportConnection({ lost: answer === undefined })
    if (answer?.status === 401 && (await untilSignedIn()) === 'signed-in') continue
    if (answer?.status === 422) return { fault: await unopened(file) }
    if (answer?.status === 413) return { fault: 'too-large' }
    const stored = Stored.safeParse(await answer?.json().catch(() => undefined))
    return stored.success ? { id: stored.data.value.id } : { fault: 'not-sent' }
  }
}
