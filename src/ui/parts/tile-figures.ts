import type { KitKey } from '../messages/zh-CN.ts'
import type { TargetStep } from '../theme/target-steps.ts'
import type { Child } from '../theme/tile-map.ts'

/** One child of a region with its rate. `value` is missing where nothing can be divided. */
export interface TileFigure extends Child {
  value: number | undefined
  /** Overdue matters: a badge. */
  overdue?: number
}

export const stepWords: Record<TargetStep, KitKey> = {
  farShort: 'tiles.farShort',
  short: 'tiles.shortBy',
  nearlyThere: 'tiles.nearlyThere',
  reached: 'tiles.reached',
  wellPast: 'tiles.wellPast',
}

/** Above this a grid of tiles says less than a table. */
export const tileLimit = 60
