import type { FileId } from '../../kernel/id.ts'
import type { Tx } from '../database/tx.ts'
import { recordFile } from './file-rows.ts'

export interface PaperRow {
  readonly unitCode: string
  readonly contentType: string
  readonly address: string
  readonly size: number
  readonly width: number | null
  readonly height: number | null
  readonly dpi: number | null
}

const FIND = `select unit_code as "unitCode", content_type as "contentType", address, size::int as size, width, height, dpi from spine.files
  where id = $1 and kind = any($2) and expires_at > $3`

/** A paper that is kept at a unit of the transaction's range. Whether the reader may see it, its matter says. */
export async function findPaper(tx: Tx, asked: { id: string; now: string }): Promise<PaperRow | undefined> {
  const { rows } = await tx.query<PaperRow>(FIND, [asked.id, ['paper'], asked.now])
  return rows[0]
}

interface AskedDraft {
  readonly id: string
  readonly ownerId: string
  readonly now: string
  /** A photo that came as those of visits do (`/api/photos`) will do as well. */
  readonly orPhoto?: boolean
}

/** A paper that an account has sent and given nowhere yet. */
export async function findPaperDraft(tx: Tx, asked: AskedDraft): Promise<PaperRow | undefined> {
  const kinds = asked.orPhoto ? ['paperDraft', 'photoDraft'] : ['paperDraft']
  const { rows } = await tx.query<PaperRow>(`${FIND} and owner_id = $4`, [asked.id, kinds, asked.now, asked.ownerId])
  return rows[0]
}

/** Keeps an account's draft for good at the unit of a matter, under an id of its own. Undefined where it is no draft of the account's. */
export async function keepPaper(tx: Tx, asked: AskedDraft & { readonly unitCode: string }): Promise<FileId | undefined> {
  const draft = await findPaperDraft(tx, asked)
  if (!draft) return undefined
  const { width, height, dpi } = draft
  const photo = width === null || height === null ? undefined : { width, height, ...(dpi === null ? {} : { dpi }) }
  const bytes = { address: draft.address, size: draft.size, contentType: draft.contentType }
  const { unitCode, ownerId, now } = asked
  return await recordFile(tx, { unitCode, ownerId, now, kind: 'paper', name: nameOf(draft.contentType), bytes, photo })
}

/** The name under which a paper is stored: what somebody called it on a telephone may be a name of a person. */
export const nameOf = (contentType: string): string => (contentType === 'application/pdf' ? 'paper.pdf' : 'paper.jpg')
