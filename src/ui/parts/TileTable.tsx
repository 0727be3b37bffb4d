import { useText } from '../text/use-text.ts'
import { targetStep } from '../theme/target-steps.ts'
import { stepWords, type TileFigure } from './tile-figures.ts'

interface TileTableProps {
  figures: readonly TileFigure[]
  target: number
  unit: string
  chosen: string | undefined
  onChoose: (code: string) => void
}

const low = (figure: TileFigure) => figure.value ?? Number.POSITIVE_INFINITY

/** The same figures as the tiles, lowest first. */
export function TileTable({ figures, target, unit, chosen, onChoose }: TileTableProps) {
  const text = useText()
  return (
    <div className="scroll">
      <table className="rank">
        <thead>
          <tr>
            <th scope="col">{text('tiles.name')}</th>
            <th scope="col" className="r">
              {text('tiles.value')}
            </th>
            <th scope="col">{text('tiles.gap')}</th>
            <th scope="col" className="r">
              {text('tiles.overdue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures
            .toSorted((a, b) => low(a) - low(b))
            .map((figure) => (
              <tr key={figure.code} className={figure.code === chosen ? 'sel' : undefined}>
                <td>
                  <button type="button" className="link" aria-pressed={figure.code === chosen} onClick={() => onChoose(figure.code)}>
                    {figure.name}
                  </button>
                </td>
                <td className="r">{figure.value === undefined ? '–' : `${figure.value.toFixed(1)}${unit}`}</td>
                <td>{figure.value === undefined ? text('tiles.unknown') : text(stepWords[targetStep(figure.value, target)])}</td>
                <td className={figure.overdue ? 'r red' : 'r'}>{figure.overdue ?? 0}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
