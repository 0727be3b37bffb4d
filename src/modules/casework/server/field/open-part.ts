import { createDecipheriv } from 'node:crypto'
import { z } from 'zod'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'

/** What a part of a file says, once open: a picture with its bytes, or an item. */
const Head = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('photo'), id: z.uuid() }),
  z.object({
    kind: z.literal('item'),
    id: z.uuid(),
    capturedAt: z.iso.datetime(),
    action: z.string().max(60),
    body: z.record(z.string(), z.unknown()),
    subjects: z.array(z.string().max(60)).max(500),
  }),
])
export type CarriedItem = Extract<z.infer<typeof Head>, { kind: 'item' }>

export type Part = CarriedItem | { readonly kind: 'photo'; readonly id: string; readonly bytes: Buffer }

interface SealedPart {
  readonly leaseId: string
  readonly fileId: string
  readonly part: number
  readonly parts: number
  readonly size: number
  readonly sealed: string
}

const [IV, TAG] = [12, 16]

/** To what each part of a file is bound (AES-GCM), so that none can be left out, moved or put into another file. */
export const aboutPart = ({ leaseId, fileId, part, parts }: Pick<SealedPart, 'leaseId' | 'fileId' | 'part' | 'parts'>): string =>
  `guidui.field 1 ${leaseId} ${fileId} ${part}/${parts}`

/** Opens a part with the key of its lease: IV, ciphertext and tag; inside a line of JSON, and behind it the bytes of a picture. */
export function openPart(given: SealedPart, key: Buffer): Result<Part, { readonly code: 'cut-short' | 'tampered' | 'not-readable' }> {
  const bytes = Buffer.from(given.sealed, 'base64')
  if (bytes.length < given.size || bytes.length <= IV + TAG) return refuse({ code: 'cut-short' })
  const plain = decrypt(bytes, aboutPart(given), key)
  if (!plain) return refuse({ code: 'tampered' })
  const end = plain.indexOf(0x0a)
  const head = Head.safeParse(parsed(plain.subarray(0, end < 0 ? plain.length : end).toString('utf8')))
  if (!head.success) return refuse({ code: 'not-readable' })
  return ok(head.data.kind === 'item' ? head.data : { ...head.data, bytes: end < 0 ? Buffer.alloc(0) : plain.subarray(end + 1) })
}

function decrypt(bytes: Buffer, about: string, key: Buffer): Buffer | undefined {
  const opened = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG })
  opened.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(bytes.length - TAG))
  try {
    return Buffer.concat([opened.update(bytes.subarray(IV, bytes.length - TAG)), opened.final()])
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
