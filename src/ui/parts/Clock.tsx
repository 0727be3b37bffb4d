import { useText } from '../text/use-text.ts'
import { clockKind } from './clock-kind.ts'
import '../styles/figures.css'

/**
 * Days (or hours) until a legal deadline: number and unit over a word. Shape, word and colour agree. Put the rule that
 * sets the deadline beside it.
 */
export function Clock({ left, unit = 'days' }: { left: number; unit?: 'days' | 'hours' }) {
  const text = useText()
  const kind = clockKind(left)
  const isToday = left === 0 && unit === 'days'
  const words = { count: Math.abs(left), unit: text(`clock.${unit}`) }
  const label = isToday ? text('clock.todayLabel') : text(kind === 'over' ? 'clock.overLabel' : 'clock.leftLabel', words)
  const word = kind === 'over' ? 'clock.over' : isToday ? 'clock.due' : 'clock.left'
  return (
    <div className="clock" data-kind={kind} role="img" aria-label={label}>
      <b className={isToday ? 'word' : undefined}>
        {isToday ? text('clock.today') : Math.abs(left)}
        {!isToday && <small>{text(`clock.${unit}`)}</small>}
      </b>
      <span>{text(word)}</span>
    </div>
  )
}
