import { createHash, type Hash } from 'node:crypto'
import { PlainError } from '../../kernel/plain-error.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { Ending, Frame, Manifest } from './frames.ts'
import { readSealed } from './sealed-file.ts'

/** What a backup says of itself, after all of it has been read. */
export interface CheckedBackup {
  readonly manifest: Manifest
  readonly ending: Ending
}

const damaged = (path: string, cause: unknown): PlainError =>
  new PlainError(
    {
      zh: `备份 ${path} 打不开：文件已损坏、不完整，或不是用这里的主密钥封存的。什么也没有改动。请换一份备份，或换回当时的主密钥文件。`,
      en: `The backup ${path} cannot be opened: it is damaged or incomplete, or was sealed with another master key. Nothing was changed. Take another backup, or put the key file of that time back.`,
    },
    cause,
  )

/**
 * Reads a backup to its end: every bit as it was sealed, every table and file as long as it says.
 *
 * @throws PlainError where it is damaged, cut short, or sealed with another key
 */
export async function checkBackup(path: string, secrets: Secrets): Promise<CheckedBackup> {
  try {
    return await tally(readSealed(path, secrets))
  } catch (fault) {
    throw damaged(path, fault)
  }
}

interface Tally {
  manifest?: Manifest
  ending?: Ending
  rows: Hash
  bytes: number
  readonly seen: { tables: number; rows: number; files: number }
}

async function tally(frames: AsyncIterable<Frame>): Promise<CheckedBackup> {
  const sum: Tally = { rows: createHash('sha256'), bytes: 0, seen: { tables: 0, rows: 0, files: 0 } }
  for await (const frame of frames) add(sum, frame)
  const { manifest, ending, seen } = sum
  if (!manifest || !ending) throw new Error('the end is missing')
  const { tables, rows, files } = ending
  if (tables !== seen.tables || rows !== seen.rows || files !== seen.files) throw new Error('something is missing')
  return { manifest, ending }
}

function add(sum: Tally, { head, body = Buffer.alloc(0) }: Frame): void {
  if (sum.ending || (head.kind === 'manifest') !== (sum.manifest === undefined)) throw new Error('out of order')
  switch (head.kind) {
    case 'manifest':
      sum.manifest = head
      return
    case 'rows':
      sum.rows.update(body)
      return
    case 'table':
      if (sum.rows.digest('hex') !== head.sha256) throw new Error(`the rows of ${head.table} differ`)
      sum.rows = createHash('sha256')
      sum.seen.tables += 1
      sum.seen.rows += head.rows
      return
    case 'piece':
      sum.bytes += body.length
      return
    case 'file':
      if (sum.bytes !== head.bytes) throw new Error(`the file ${head.address} is cut short`)
      sum.bytes = 0
      sum.seen.files += 1
      return
    case 'end':
      sum.ending = head
  }
}
