import type { WorkbookRefusal } from './refusals.ts'

const REFUSAL = Symbol('workbook refusal')

/** Leaves the depths of a parser with a refusal; `refusalIn` turns it back into a value at the one place that catches. */
export function stopReading(refusal: WorkbookRefusal): never {
  throw Object.assign(new Error(refusal.code), { [REFUSAL]: refusal })
}

const DAMAGE = /^(Z_|ERR_(ZLIB|BUFFER)|EOF)/

/** The refusal an error carries: our own, or "damaged" for what the zip and inflate libraries say about bad bytes. */
export function refusalIn(error: unknown): WorkbookRefusal | undefined {
  if (!(error instanceof Error)) return undefined
  if (REFUSAL in error) return error[REFUSAL] as WorkbookRefusal
  const code = 'code' in error ? String(error.code) : ''
  return DAMAGE.test(code) ? { code: 'damaged', detail: '压缩数据无法解开' } : undefined
}
