import { lazy, Suspense } from 'react'
import { useText } from '../text/use-text.ts'
import { CrashGuard } from './CrashGuard.tsx'
import type { TrendData } from './trend-option.ts'
import '../styles/figures.css'

interface TrendProps extends TrendData {
  /** The same as the picture in one sentence, for those who do not see it. */
  sentence: string
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
