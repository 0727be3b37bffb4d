import { useLook } from '../state/look.ts'
import { useText } from '../text/use-text.ts'
import { inkOn } from '../theme/contrast.ts'
import { targetStep, targetSteps } from '../theme/target-steps.ts'
import type { Tile } from '../theme/tile-map.ts'
import { stepWords, type TileFigure } from './tile-figures.ts'

interface TileButtonProps {
  tile: Tile
  figure: TileFigure
  target: number
  unit: string
  isChosen: boolean
  isTabStop: boolean
  onChoose: (code: string) => void
  onWalk: (code: string) => void
}

/** One square: name, value, a notch when short of the target, a badge of overdue matters. */
export function TileButton({ tile, figure, target, unit, isChosen, isTabStop, onChoose, onWalk }: TileButtonProps) {
  const text = useText()
  const { mode } = useLook()
  const { value, overdue = 0 } = figure
  const step = value === undefined ? undefined : targetStep(value, target)
  const ground = step && targetSteps[mode][step]
  const said = step && value !== undefined ? `${value.toFixed(1)}${unit} ${text(stepWords[step])}` : text('tiles.unknown')
  const late = overdue > 0 ? `，${text('tiles.overdueLabel', { count: overdue })}` : ''
  return (
    <button
      type="button"
      className="tile"
      data-code={tile.code}
      data-long={tile.short.length > 2 || undefined}
      aria-pressed={isChosen}
      title={tile.name}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => onWalk(tile.code)}
      onClick={() => onChoose(tile.code)}
      style={{ gridColumn: tile.column + 1, gridRow: tile.row + 1, ...(ground ? { background: ground, color: inkOn(ground) } : {}) }}
    >
      <span className="unseen">
        {tile.name} {said}
        {late}
      </span>
      <span className="nm" aria-hidden="true">
        {tile.short}
      </span>
      <span className="va" aria-hidden="true">
        {value === undefined ? '–' : value.toFixed(1)}
      </span>
      {value !== undefined && value < target && <i className="notch" />}
      {overdue > 0 && (
        <span className="ov" aria-hidden="true">
          {overdue}
        </span>
      )}
    </button>
  )
}
