import type { SumOf } from './determined.ts'
import type { PublicTable } from './suppress.ts'

/** A place of the tree with those published below it. */
export interface PublicPlace {
  readonly code: string
  readonly parent: string | undefined
}

/** Words of a dimension as columns, and what bears none of them. */
export const REST = '*'
export const WHOLE = ''
/** What a place's own unit did, which lies at none of the places below it. */
export const OWN = '!'

export const cellKey = (place: string, column: string): string => `${place} ${column}`

interface Asked {
  readonly places: readonly PublicPlace[]
  readonly words: readonly string[]
  readonly amountAt: (place: string, column: string) => number
}

/**
 * A published table of one indicator: places down, the whole and its words across. What it does not print can be
 * subtracted, and so stands in it as a cell of its own: the rest beside the words, and a place's own share beside those below.
 */
export function makePublicTable({ places, words, amountAt }: Asked): PublicTable {
  const columns = words.length === 0 ? [WHOLE] : [WHOLE, ...words, REST]
  const cells = new Map<string, number>()
  const sums: SumOf[] = []
  const shown = (place: string, column: string): number =>
    column === REST ? words.reduce((rest, word) => rest - amountAt(place, word), amountAt(place, WHOLE)) : amountAt(place, column)
  for (const { code } of places) {
    const below = places.filter(({ parent }) => parent === code)
    const rows = below.length === 0 ? [code] : [code, `${code}${OWN}`]
    for (const column of columns) {
      cells.set(cellKey(code, column), shown(code, column))
      if (below.length === 0) continue
      const own = below.reduce((rest, child) => rest - shown(child.code, column), shown(code, column))
      cells.set(cellKey(`${code}${OWN}`, column), own)
      sums.push({
        whole: cellKey(code, column),
        parts: [...below.map((child) => cellKey(child.code, column)), cellKey(`${code}${OWN}`, column)],
      })
    }
    if (columns.length > 1)
      for (const row of rows) sums.push({ whole: cellKey(row, WHOLE), parts: columns.slice(1).map((column) => cellKey(row, column)) })
  }
  return { cells, sums }
}
