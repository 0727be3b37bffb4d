import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type CodeRange, isWithin, type RegionCode, rangeOf, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'

/** Finds the division that a cell means, by name or by code. */
export interface Places {
  readonly range: CodeRange
  find(text: string): { readonly code: RegionCode } | { readonly issue: string; readonly count?: number }
  /** Those of the codes that have not been asked for yet: to be learned before `find`. */
  unknown(codes: readonly string[]): string[]
  know(learned: Learned): void
}

/** The divisions of a unit's range and those above it, as they travel to a thread. */
export interface Divisions {
  readonly range: CodeRange
  readonly rows: readonly DivisionRow[]
}

/** Codes that were asked for later, and those of them that are divisions. */
export interface Learned {
  readonly codes: readonly string[]
  readonly rows: readonly DivisionRow[]
}

interface DivisionRow {
  code: RegionCode
  name: string
  short_name: string
  parent_code: string | null
  is_valid: boolean
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s/\\>、，,.·;；-]/g, '')

/** 6, 9 or 12 digits; a code cut short by a spreadsheet or an old form is filled up with zeros. */
export const codeIn = (text: string): RegionCode | undefined => {
  const digits = bare(text)
  return /^(\d{6}|\d{9}|\d{12})$/.test(digits) ? (digits.padEnd(12, '0') as RegionCode) : undefined
}

const DIVISIONS = `select code, name, short_name, parent_code, valid_from <= $1 and valid_to > $1 as is_valid
  from network.divisions where not is_pseudo`

/** Asks for the divisions of a unit's range and those above it: none for a range wider than a province, which takes codes only. */
export async function askDivisions(tx: Tx, unitCode: UnitCode, today: PlainDate): Promise<Divisions> {
  const range = rangeOf(unitCode)
  if (tierOf(unitCode) === 'nation') return { range, rows: [] }
  const above = [2, 4, 6, 9].map((length) => unitCode.slice(0, length).padEnd(12, '0'))
  const { rows } = await tx.query<DivisionRow>(`${DIVISIONS} and ((code >= $2 and code < $3) or code = any($4))`, [
    today,
    range.lo,
    range.hi,
    above,
  ])
  return { range, rows }
}

/** Asks for codes outside the range, all at once. */
export async function askCodes(tx: Tx, codes: readonly string[], today: PlainDate): Promise<Learned> {
  const { rows } = await tx.query<DivisionRow>(`${DIVISIONS} and code = any($2)`, [today, codes])
  return { codes, rows }
}

/**
 * The divisions by every way in which they are written: the name alone, or with the names above it, whole or as spoken
 * (凤鸣路社区 · 双凤桥街道凤鸣路社区 · 重庆市渝北区双凤桥街道凤鸣路社区居民委员会).
 */
export function placesOf({ range, rows }: Divisions): Places {
  const byName = new Map<string, Set<RegionCode>>()
  const known = new Map<string, boolean>()
  const asked = new Set<string>()
  const byCode = new Map<string, DivisionRow>(rows.map((row) => [row.code, row]))
  for (const row of rows) {
    known.set(row.code, row.is_valid)
    if (row.is_valid && isWithin(row.code, range)) for (const name of writtenNames(row, byCode)) addTo(byName, name, row.code)
  }
  return {
    range,
    find: (text) => findPlace(text, byName, known),
    unknown: (codes) => [...new Set(codes.filter((code) => !known.has(code) && !asked.has(code)))],
    know(learned) {
      for (const code of learned.codes) asked.add(code)
      for (const row of learned.rows) known.set(row.code, row.is_valid)
    },
  }
}

function addTo(byName: Map<string, Set<RegionCode>>, name: string, code: RegionCode): void {
  const codes = byName.get(name)
  if (codes) codes.add(code)
  else byName.set(name, new Set([code]))
}

function writtenNames(row: DivisionRow, byCode: ReadonlyMap<string, DivisionRow>): string[] {
  const names: string[] = []
  let endings = [...new Set([bare(row.name), bare(row.short_name)])]
  names.push(...endings)
  for (let above = byCode.get(row.parent_code ?? ''); above; above = byCode.get(above.parent_code ?? '')) {
    const name = bare(above.name)
    endings = endings.map((ending) => name + ending)
    names.push(...endings)
  }
  return names
}

function findPlace(text: string, byName: ReadonlyMap<string, ReadonlySet<RegionCode>>, known: ReadonlyMap<string, boolean>) {
  const code = codeIn(text)
  if (code !== undefined) {
    const isValid = known.get(code)
    if (isValid === undefined) return { issue: 'unknown-region' }
    return isValid ? { code } : { issue: 'abolished-region' }
  }
  const codes = byName.get(bare(text))
  const [first] = codes ?? []
  if (!codes || !first) return { issue: 'unknown-place' }
  return codes.size === 1 ? { code: first } : { issue: 'ambiguous-place', count: codes.size }
}
