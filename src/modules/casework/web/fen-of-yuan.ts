import { parseFen } from '../../../kernel/fen.ts'

/** Fen of what was typed as yuan: `1,000.5`, `299．5`, `1.5万`. Undefined where it is no amount, or less than nothing. */
export function fenOfYuan(typed: string): string | undefined {
  const read = parseFen(typed)
  return read.ok && read.value >= 0n ? String(read.value) : undefined
}
