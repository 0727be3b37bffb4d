import type { Tx } from '../database/tx.ts'
import { recordFile } from './file-rows.ts'

interface PhotoRow {
  readonly kind: 'photoDraft' | 'photo'
  readonly unitCode: string
  readonly address: string
  readonly size: number
}

const FIND = `select kind, unit_code as "unitCode", address, size::int as size from spine.files
  where id = $1 and (kind = 'photo' or kind = 'photoDraft' and owner_id = $2) and expires_at > $3`

/** A photo at a unit of the transaction's range, or a draft of the account itself. */
export async function findPhoto(tx: Tx, asked: { id: string; ownerId: string; now: string }): Promise<PhotoRow | undefined> {
  const { rows } = await tx.query<PhotoRow>(FIND, [asked.id, asked.ownerId, asked.now])
  return rows[0]
}

/** Keeps photos for good at a unit: an account's drafts get rows there, what lies there already stays. Undefined where one of them is neither. */
export async function keepPhotos(
  tx: Tx,
  asked: { ids: readonly string[]; unitCode: string; ownerId: string; now: string },
): Promise<string[] | undefined> {
  const kept: string[] = []
  for (const id of asked.ids) {
    const found = await findPhoto(tx, { id, ownerId: asked.ownerId, now: asked.now })
    if (!found || (found.kind === 'photo' && found.unitCode !== asked.unitCode)) return undefined
    const bytes = { address: found.address, size: found.size, contentType: 'image/jpeg' }
    kept.push(found.kind === 'photo' ? id : await recordFile(tx, { ...asked, kind: 'photo', name: 'photo.jpg', bytes }))
  }
  return kept
}
