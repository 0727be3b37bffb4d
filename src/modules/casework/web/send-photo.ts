import { z } from 'zod'
import { openBox } from '../../../ui/outbox/field-desk.ts'
import { photoIdOf } from '../../../ui/outbox/photo-id.ts'

const LONGEST_SIDE = 1600
/** Tried from the best down: the first that is not too heavy is kept. */
const QUALITIES = [0.82, 0.7, 0.55, 0.4, 0.25]
/** What still goes, sealed, into one part of a file that carries what cannot be sent (decision 0013). */
const MOST_BYTES = 700_000

const Stored = z.object({ value: z.object({ id: z.uuid() }) })

/** Why a photo did not come in. */
export type PhotoFault = 'not-a-photo' | 'not-sent' | 'not-kept'

/**
 * Draws a photo anew, at most 1600 pixels long, and stores it. What the camera wrote beside the picture (place, time,
 * device) is left behind on the way; the server takes it off once more.
 *
 * With a village taken along it is kept on the device, and goes out before its visit.
 */
export async function sendPhoto(file: File): Promise<{ id: string; hash?: string } | { fault: PhotoFault }> {
  const drawn = await redraw(file).catch(() => undefined)
  if (!drawn) return { fault: 'not-a-photo' }
  const box = openBox()
  if (box) {
    const hash = await box.keepPhoto(new Uint8Array(await drawn.arrayBuffer())).catch(() => undefined)
    return hash === undefined ? { fault: 'not-kept' } : { id: await photoIdOf(box.accountId, hash), hash }
  }
  const form = new FormData()
  form.append('file', drawn, 'photo.jpg')
  const answer = await fetch('/api/photos', { method: 'POST', body: form, headers: { 'x-guidui-upload': '1' } }).catch(() => undefined)
  if (answer?.status === 422) return { fault: 'not-a-photo' }
  const stored = Stored.safeParse(await answer?.json().catch(() => undefined))
  return stored.success ? { id: stored.data.value.id } : { fault: 'not-sent' }
}

/** The picture itself, at most 1600 pixels long, as a JPEG of at most 700 kB. @throws where it is no picture */
export async function redraw(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  for (const quality of QUALITIES) {
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (drawn && drawn.size <= MOST_BYTES) return drawn
  }
  throw new Error('no picture came out that is light enough')
}
