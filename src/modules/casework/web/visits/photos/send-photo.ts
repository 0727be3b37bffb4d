import { z } from 'zod'
import { isHeic } from '../../../../../ui/api/is-heic.ts'
import { inPagesName } from '../../../../../ui/api/page-account.ts'
import { redraw } from '../../../../../ui/api/redraw.ts'
import { untilSignedIn } from '../../../../../ui/api/sign-in-gate.ts'
import { openBox } from '../../../../../ui/outbox/field-desk.ts'
import { keepPhoto } from '../../../../../ui/outbox/keep-photo.ts'

const Stored = z.object({ value: z.object({ id: z.uuid() }) })

/** Why a photo did not come in. */
export type PhotoFault = 'not-a-photo' | 'heic' | 'not-sent' | 'not-kept'

/**
 * Draws a photo anew, at most 1600 pixels long, and stores it. What the camera wrote beside the picture (place, time,
 * device) is left behind on the way; the server takes it off once more.
 *
 * With a village taken along it is kept on the device, and goes out before its visit. Without a sign-in it waits for one and
 * sends again.
 */
export async function sendPhoto(file: File): Promise<{ id: string; hash?: string } | { fault: PhotoFault }> {
  const drawn = await redraw(file).catch(() => undefined)
  if (!drawn) return { fault: (await isHeic(file)) ? 'heic' : 'not-a-photo' }
  if (openBox()) return (await keepPhoto(drawn)) ?? { fault: 'not-kept' }
  for (;;) {
    const form = new FormData()
    form.append('file', drawn, 'photo.jpg')
    const headers = { 'x-guidui-upload': '1', ...inPagesName() }
    const answer = await fetch('/api/photos', { method: 'POST', body: form, headers }).catch(() => undefined)
    if (answer?.status === 401 && (await untilSignedIn()) === 'signed-in') continue
    if (answer?.status === 422) return { fault: 'not-a-photo' }
    const stored = Stored.safeParse(await answer?.json().catch(() => undefined))
    return stored.success ? { id: stored.data.value.id } : { fault: 'not-sent' }
  }
}
