import { uuidv7 } from 'uuidv7'
import { FileId } from '../../kernel/id.ts'
import type { Tx } from '../database/tx.ts'
import { safeFileName } from './file-name.ts'
import type { StoredBytes } from './file-store.ts'
import type { PhotoSize } from './measure-photo.ts'

export type FileKind = 'import' | 'returned' | 'export' | 'photoDraft' | 'photo' | 'paperDraft' | 'paper' | 'bank' | 'bankReturn'

/** How long a file is kept, in hours: an export is gone after three days, whatever else happens; the photo of a visit and the paper of a matter stay as long as these. */
const HOURS: Readonly<Record<FileKind, number>> = {
  import: 30 * 24,
  returned: 30 * 24,
  export: 72,
  photoDraft: 30 * 24,
  photo: 100 * 365 * 24,
  paperDraft: 30 * 24,
  paper: 100 * 365 * 24,
  bank: 30 * 24,
  bankReturn: 30 * 24,
}

export interface NewFile {
  /** Left out, it is made here. */
  readonly id?: string
  readonly unitCode: string
  readonly kind: FileKind
  /** The account that may fetch it. */
  readonly ownerId: string
  readonly name: string
  readonly bytes: StoredBytes
  /** Of a picture that was measured. */
  readonly photo?: PhotoSize | undefined
  readonly now: string
}

export interface StoredFile {
  readonly id: FileId
  readonly unitCode: string
  readonly kind: FileKind
  readonly name: string
  readonly contentType: string
  readonly size: bigint
  readonly address: string
  readonly expiresAt: string
}

/** Enters stored bytes into the list of files, for one account, until they expire. */
export async function recordFile(tx: Tx, file: NewFile): Promise<FileId> {
  const { id = uuidv7() } = file
  await tx.query(
    `insert into spine.files (bureau_code, id, unit_code, kind, owner_id, name, content_type, size, address, stored_at, expires_at, width, height, dpi)
     values (left($1, 6), $2, $1, $3, $4, $5, $6, $7, $8, $9, $9::timestamptz + make_interval(hours => $10), $11, $12, $13)`,
    [
      file.unitCode,
      id,
      file.kind,
      file.ownerId,
      safeFileName(file.name),
      file.bytes.contentType,
      file.bytes.size,
      file.bytes.address,
      file.now,
      HOURS[file.kind],
      file.photo?.width ?? null,
      file.photo?.height ?? null,
      file.photo?.dpi ?? null,
    ],
  )
  return FileId.parse(id)
}

/**
 * The same for bytes whose id the client made: stored once, however often they come. Undefined where the id is taken by
 * other bytes or by somebody else.
 */
export async function recordOnce(tx: Tx, file: NewFile & { readonly id: string }): Promise<FileId | undefined> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [file.id])
  const { rows } = await tx.query<{ kind: string; ownerId: string; address: string }>(
    'select kind, owner_id as "ownerId", address from spine.files where bureau_code = left($1, 6) and id = $2',
    [file.unitCode, file.id],
  )
  const there = rows[0]
  if (!there) return await recordFile(tx, file)
  const isSame = there.kind === file.kind && there.ownerId === file.ownerId && there.address === file.bytes.address
  return isSame ? FileId.parse(file.id) : undefined
}

/** A file of this account in the transaction's range that has not expired. */
export async function findOwnFile(tx: Tx, asked: { id: string; ownerId: string; now: string }): Promise<StoredFile | undefined> {
  const { rows } = await tx.query<Record<keyof StoredFile, never>>(
    `select id, unit_code as "unitCode", kind, name, content_type as "contentType", size, address, expires_at as "expiresAt"
       from spine.files where id = $1 and owner_id = $2 and expires_at > $3`,
    [asked.id, asked.ownerId, asked.now],
  )
  return rows[0]
}
