import type { EChartsCoreOption } from 'echarts/core'
import { dark, light } from '../theme/palette.ts'

export interface TrendLine {
  name: string
  /** A gap in the line where a period has no figure. */
  values: readonly (number | null)[]
  /** `now` is heavy, `before` is dashed and faint. */
  as: 'now' | 'before'
}

export interface TrendData {
  periods: readonly string[]
  lines: readonly TrendLine[]
  target?: { value: number; name: string }
  /** Top of the axis; fitted when left out. */
  max?: number
}

type Drawing = TrendData & { mode: 'light' | 'dark' }

/** ECharts' own description of a trend: names at the line's end, the target as a thin amber line, four words below. */
export function trendOption({ periods, lines, target, max, mode }: Drawing): EChartsCoreOption {
  const c = mode === 'light' ? light : dark
  const every = Math.max(1, Math.floor((periods.length - 1) / 3))
  const mark = target && {
    silent: true,
    symbol: 'none',
    lineStyle: { color: c.amber, type: 'solid', width: 1 },
    label: { formatter: `${target.name} ${target.value}`, position: 'insideStartTop', color: c.amberInk, fontSize: 12 },
    data: [{ yAxis: target.value }],
  }
  return {
    grid: { left: 34, right: 62, top: 14, bottom: 24 },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
    xAxis: { type: 'category', data: [...periods], boundaryGap: false, axisLabel: { interval: (at: number) => at % every === 0 } },
    yAxis: { type: 'value', min: 0, splitNumber: 2, ...(max === undefined ? {} : { max, interval: max / 2 }) },
    series: lines.map((line) => ({ ...drawn(line, { lines, c }), ...(line.as === 'now' && mark ? { markLine: mark } : {}) })),
  }
}

const saidOf = ({ values }: TrendLine): number[] => values.filter((value) => value !== null)

/** So much of the height is steep, from one period to the next. */
const STEEP = 0.1

/**
 * By how many pixels the name of a line stands off its end: below where the line comes steeply from above or another one
 * ends above it, else above.
 */
function liftOf(line: TrendLine, lines: readonly TrendLine[]): number {
  const [before = 0, last = 0] = saidOf(line).slice(-2)
  const isSteep = before - last > STEEP * Math.max(...lines.flatMap(saidOf))
  const isUnder = lines.some((other) => other !== line && (saidOf(other).at(-1) ?? 0) > last)
  return isSteep || isUnder ? 14 : -12
}

function drawn(line: TrendLine, { lines, c }: { lines: readonly TrendLine[]; c: typeof light }) {
  const last = line.values.findLast((value) => value !== null)
  const isNow = line.as === 'now'
  // Its name ends where the line does, so that beyond the end there is room for the other's.
  const lift = liftOf(line, lines)
  return {
    type: 'line',
    name: line.name,
    data: [...line.values],
    lineStyle: isNow ? { width: 2.5, color: c.slate } : { width: 1.5, type: [4, 4], color: c.inkFaint },
    itemStyle: { color: isNow ? c.slate : c.inkFaint },
    endLabel: isNow
      ? {
          show: true,
          formatter: `${line.name} ${last ?? ''}`,
          color: c.slateInk,
          fontWeight: 600,
          fontSize: 12,
          align: 'right',
          offset: [-6, lift],
        }
      : { show: true, formatter: line.name, color: c.inkFaint, fontSize: 12 },
  }
}
