import { canonical, toBytes } from './canonical.ts'
import type { ExitKey } from './exit-key.ts'
import type { BoxItem, Outbox } from './outbox.ts'

/** The first line of a file. Nothing in it says what the file is about. */
export interface FileHead {
  readonly format: 'guidui.field'
  readonly version: 1
  readonly leaseId: string
  readonly fileId: string
  readonly parts: number
}

/** One further line: IV, ciphertext and tag of AES-256-GCM, base64, and how many bytes they are. */
export interface FilePart {
  readonly part: number
  readonly size: number
  readonly sealed: string
}

/** What each part is bound to; the server says the same (`open-part.ts` of casework). */
const about = ({ leaseId, fileId, parts }: FileHead, part: number): string => `guidui.field 1 ${leaseId} ${fileId} ${part}/${parts}`

/**
 * Writes items into a file that only the server opens: pictures before the item that shows them, in the order in which
 * they were saved. What is damaged or locked cannot be written, and is not in it.
 */
export async function writeFile(outbox: Outbox, items: readonly BoxItem[], exit: ExitKey): Promise<string> {
  const plain: Uint8Array<ArrayBuffer>[] = []
  for (const item of items) plain.push(...(await partsOf(outbox, item)))
  const head: FileHead = { format: 'guidui.field', version: 1, leaseId: exit.leaseId, fileId: crypto.randomUUID(), parts: plain.length }
  const raw = Uint8Array.from(atob(exit.exportKey), (char) => char.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const lines = [JSON.stringify(head)]
  for (const [at, bytes] of plain.entries()) lines.push(JSON.stringify(await sealPart(head, { key, part: at + 1, bytes })))
  return `${lines.join('\n')}\n`
}

async function partsOf(outbox: Outbox, { id, capturedAt, content }: BoxItem): Promise<Uint8Array<ArrayBuffer>[]> {
  if (!content) return []
  const photos: Uint8Array<ArrayBuffer>[] = []
  for (const photo of content.photos) {
    const bytes = await outbox.photo(photo.hash).catch(() => undefined)
    if (bytes) photos.push(joined(toBytes(`${canonical({ kind: 'photo', id: photo.id })}\n`), bytes))
  }
  const { action, body, subjects } = content
  return [...photos, toBytes(canonical({ kind: 'item', id, capturedAt, action, body, subjects }))]
}

async function sealPart(
  head: FileHead,
  { key, part, bytes }: { key: CryptoKey; part: number; bytes: Uint8Array<ArrayBuffer> },
): Promise<FilePart> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: toBytes(about(head, part)) }, key, bytes)
  const sealed = joined(iv, new Uint8Array(closed))
  return { part, size: sealed.length, sealed: toBase64(sealed) }
}

function joined(one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

/** In pieces: a picture has more bytes than a call may have arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}
