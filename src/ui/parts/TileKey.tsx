import { useLook } from '../state/look.ts'
import { useText } from '../text/use-text.ts'
import { type TargetStep, targetSteps } from '../theme/target-steps.ts'
import { stepWords } from './tile-figures.ts'

/** What the colours, the notch and the badge mean, and that this is no map. */
export function TileKey({ kind, hasOverdue }: { kind: 'drawn' | 'packed'; hasOverdue: boolean }) {
  const text = useText()
  const { mode } = useLook()
  return (
    <div className="tile-key">
      <div className="steps">
        {(Object.keys(stepWords) as TargetStep[]).map((step) => (
          <span key={step}>
            <i style={{ background: targetSteps[mode][step] }} />
            {text(stepWords[step])}
          </span>
        ))}
      </div>
      <div className="foot">
        <span>{text(kind === 'drawn' ? 'tiles.drawn' : 'tiles.packed')}</span>
        <span className="soft push">
          <i className="notch inline" />
          {text('tiles.short')}
        </span>
        {hasOverdue && (
          <span className="soft">
            <i className="dot" />
            {text('tiles.overdue')}
          </span>
        )}
      </div>
    </div>
  )
}
