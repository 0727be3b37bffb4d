import { z } from 'zod'
import type { FileHead, FilePart } from './write-file.ts'

const Head = z.object({
  format: z.literal('guidui.field'),
  version: z.literal(1),
  leaseId: z.uuid(),
  fileId: z.uuid(),
  parts: z.int().min(0).max(5_000),
})
const Part = z.object({ part: z.int().min(1), size: z.int().min(1), sealed: z.string() })

/** A file as far as it can be read without its key. */
export type ReadFile =
  | { readonly kind: 'file'; readonly head: FileHead; readonly parts: readonly FilePart[]; readonly missing: number }
  /** Not written by a device, or by a newer program. */
  | { readonly kind: 'unknown' }

/** Reads the lines of a file; a file that was cut short still gives the parts that are whole. */
export function readFile(text: string): ReadFile {
  const [first = '', ...lines] = text.split('\n')
  const head = Head.safeParse(parsed(first))
  if (!head.success) return { kind: 'unknown' }
  const parts = lines.flatMap((line) => Part.safeParse(parsed(line)).data ?? [])
  return { kind: 'file', head: head.data, parts, missing: Math.max(0, head.data.parts - new Set(parts.map(({ part }) => part)).size) }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
