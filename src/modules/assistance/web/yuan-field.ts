import { parseFen } from '../../../kernel/fen.ts'

/** An amount as it is typed, in yuan → fen for the wire; undefined while it is none, or not more than nothing. */
export function fenOf(typed: string): string | undefined {
  const read = parseFen(typed)
  return read.ok && read.value > 0n ? String(read.value) : undefined
}
