import { openBox } from './field-desk.ts'
import { photoIdOf } from './photo-id.ts'

/** A picture on this device: the id under which it will be sent, before what names it, and its hash. */
export interface KeptPhoto {
  readonly id: string
  readonly hash: string
}

/** Keeps a picture, drawn anew (`redraw`), in the open box. Undefined where no box is open, or the disk did not take it. */
export async function keepPhoto(drawn: Blob): Promise<KeptPhoto | undefined> {
  const box = openBox()
  if (!box) return undefined
  const hash = await box.keepPhoto(new Uint8Array(await drawn.arrayBuffer())).catch(() => undefined)
  return hash === undefined ? undefined : { id: await photoIdOf(box.accountId, hash), hash }
}
