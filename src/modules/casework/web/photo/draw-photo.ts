import type { z } from 'zod'
import type { DocumentAsk } from '../../contract.ts'
import { cropOf, type Framing } from './crop-of.ts'
import { setDensity } from './set-density.ts'

export type PhotoSpec = NonNullable<z.output<typeof DocumentAsk>['photo']>

/** Tried from the best down: the first that is not too heavy is kept. */
const QUALITIES = [1, 0.97, 0.94, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]

/** Draws the part of a picture that was framed, on white: what was see-through is not black. */
export function drawFramed(canvas: HTMLCanvasElement, picture: ImageBitmap, spec: PhotoSpec, framing: Framing): void {
  const { left, top, width, height } = cropOf(picture, spec, framing)
  canvas.width = spec.width
  canvas.height = spec.height
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, spec.width, spec.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, left, top, width, height, 0, 0, spec.width, spec.height)
}

/** The drawn photo as a JPEG of the right weight and density; undefined where it is so plain that it is too light at its best. */
export async function photoOf(canvas: HTMLCanvasElement, spec: PhotoSpec): Promise<File | undefined> {
  for (const quality of QUALITIES) {
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (!drawn || drawn.size < spec.leastBytes) return undefined
    if (drawn.size > spec.mostBytes) continue
    const bytes = setDensity(new Uint8Array(await drawn.arrayBuffer()), spec.dpi)
    return new File([bytes], 'photo.jpg', { type: 'image/jpeg' })
  }
  return undefined
}

/** Whether a file may be right as it is: then it is sent untouched, and the server looks at its content. */
export const mayBeRight = (file: File, picture: { width: number; height: number }, spec: PhotoSpec): boolean =>
  file.type === 'image/jpeg' &&
  picture.width === spec.width &&
  picture.height === spec.height &&
  file.size >= spec.leastBytes &&
  file.size <= spec.mostBytes
