import { Readable } from 'node:stream'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { barePhoto } from './bare-photo.ts'
import type { FileStore, StoredBytes } from './file-store.ts'

/** A photo of 1600 pixels is a tenth of this. */
export const PHOTO_LIMIT = 4 * 1_048_576

/** Stores a picture without what a camera wrote beside it. @throws where the disk does not take it */
export async function takePhoto(files: FileStore, bytes: Buffer): Promise<Result<StoredBytes, { readonly code: 'not-a-photo' }>> {
  const photo = bytes.length > PHOTO_LIMIT ? undefined : barePhoto(bytes)
  if (!photo) return refuse({ code: 'not-a-photo' })
  const taken = await files.take(Readable.from([photo]))
  return taken.ok ? ok(taken.value) : refuse({ code: 'not-a-photo' })
}

/** The draft of an account, from a photo's bytes. */
export const photoDraft = (owner: { unitCode: string; accountId: string }, given: { bytes: StoredBytes; now: string }) => ({
  unitCode: owner.unitCode,
  kind: 'photoDraft' as const,
  ownerId: owner.accountId,
  name: 'photo.jpg',
  ...given,
})
