import { shortName } from './short-name.ts'

/**
 * One equal square a child, so that a small town weighs as much as a large district.
 *
 * No boundary, coordinate or base map is used or shipped. A region that has a *drawing*, a picture in words kept
 * with the data and drawn by someone who knows the place, keeps its rough compass order. Any other region is packed
 * by kind and code, and the page says so: 示意排列.
 */
export interface Child {
  code: string
  name: string
}

export interface Tile extends Child {
  short: string
  column: number
  row: number
}

export interface TileMap {
  tiles: Tile[]
  columns: number
  rows: number
  /** `drawn` keeps the compass; `packed` is only an order. */
  kind: 'drawn' | 'packed'
}

/**
 * @param drawing rows of short names parted by blanks, `.` for an empty cell.
 *   A drawing that misses, repeats or invents a child is not used at all: a boundary reform must not hide a county.
 */
export function tileMap(children: readonly Child[], drawing?: string): TileMap {
  const drawn = drawing === undefined ? undefined : fromDrawing(children, drawing)
  return drawn ?? packed(children)
}

function fromDrawing(children: readonly Child[], drawing: string): TileMap | undefined {
  const waiting = new Map(withShortNames(children).map((child) => [child.short, child]))
  const rows = drawing
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const tiles: Tile[] = []
  for (const [row, names] of rows.entries()) {
    for (const [column, name] of names.entries()) {
      if (name === '.') continue
      const child = waiting.get(name)
      if (!child) return undefined
      waiting.delete(name)
      tiles.push({ ...child, column, row })
    }
  }
  if (waiting.size > 0 || tiles.length !== children.length) return undefined
  return { tiles, columns: Math.max(...rows.map((names) => names.length)), rows: rows.length, kind: 'drawn' }
}

/** Streets, then towns, then townships, each in the order of its code, on a block about 4 wide to 3 high. */
function packed(children: readonly Child[]): TileMap {
  const columns = Math.max(1, Math.ceil(Math.sqrt((children.length * 4) / 3)))
  const tiles = withShortNames(children)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((child, at) => ({ ...child, column: at % columns, row: Math.floor(at / columns) }))
  return { tiles, columns, rows: Math.ceil(children.length / columns), kind: 'packed' }
}

/** Two children that would shorten to one name (城关镇, 城关乡) keep their full names. */
function withShortNames(children: readonly Child[]): (Child & { short: string })[] {
  const uses = new Map<string, number>()
  for (const { name } of children) uses.set(shortName(name), (uses.get(shortName(name)) ?? 0) + 1)
  return children.map((child) => {
    const short = shortName(child.name)
    return { ...child, short: uses.get(short) === 1 ? short : child.name }
  })
}
