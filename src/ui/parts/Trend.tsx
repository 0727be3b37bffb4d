import { lazy, Suspense } from 'react'
import { useText } from '../text/use-text.ts'
import { CrashGuard } from './CrashGuard.tsx'
import '../styles/figures.css'

export interface TrendLine {
  name: string
  /** A gap in the line where a period has no figure. */
  values: readonly (number | null)[]
  /** `now` is heavy, `before` is dashed and faint. */
  as: 'now' | 'before'
}

export interface TrendProps {
  /** The same as the picture in one sentence, for those who do not see it. */
  sentence: string
  periods: readonly string[]
  lines: readonly TrendLine[]
  target?: { value: number; name: string }
  /** Top of the axis; fitted when left out. */
  max?: number
  height?: number
}

const TrendChart = lazy(() => import('./TrendChart.tsx').then((module) => ({ default: module.TrendChart })))

/** Lines over time, named at their ends. The drawing library comes only when a trend is on the page. */
export function Trend(props: TrendProps) {
  const text = useText()
  return (
    <div className="trend" role="img" aria-label={props.sentence} style={{ minHeight: props.height ?? 140 }}>
      <CrashGuard place={props.sentence} fallback={<p className="faint pad">{text('trend.failed')}</p>}>
        <Suspense fallback={<p className="faint pad">{text('trend.loading')}</p>}>
          <TrendChart {...props} />
        </Suspense>
      </CrashGuard>
    </div>
  )
}
