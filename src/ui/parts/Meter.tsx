import { count } from '../text/format.ts'
import '../styles/figures.css'

export interface MeterProps {
  name: string
  done: number
  all: number
  unit: string
  /** Where one should be by now: drawn as an upright line. */
  due?: number
}

/** Done of all, as a bar with the figures beside it. */
export function Meter({ name, done, all, unit, due }: MeterProps) {
  const share = (part: number) => `${all === 0 ? 0 : Math.min(100, (part / all) * 100)}%`
  return (
    <div className="meter">
      <span>{name}</span>
      <span>
        <b>{count(done)}</b>
        <span className="faint">
          {' '}
          / {count(all)} {unit}
        </span>
      </span>
      <div className="track" role="img" aria-label={`${name} ${count(done)} / ${count(all)} ${unit}`}>
        <i style={{ width: share(done) }} />
        {due !== undefined && <u style={{ left: share(due) }} />}
      </div>
    </div>
  )
}
