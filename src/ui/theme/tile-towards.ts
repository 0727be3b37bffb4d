import type { Tile, TileMap } from './tile-map.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The nearest tile that way, for the arrow keys: across holes, straight ahead before sideways. */
export function tileTowards(map: TileMap, from: Tile, way: Direction): Tile | undefined {
  const across = way === 'left' || way === 'right'
  const sign = way === 'right' || way === 'down' ? 1 : -1
  const cost = (tile: Tile) => {
    const ahead = sign * (across ? tile.column - from.column : tile.row - from.row)
    const aside = Math.abs(across ? tile.row - from.row : tile.column - from.column)
    return ahead > 0 ? ahead + 2 * aside : Number.POSITIVE_INFINITY
  }
  const best = map.tiles.reduce((nearest, tile) => (cost(tile) < cost(nearest) ? tile : nearest), from)
  return best === from ? undefined : best
}
