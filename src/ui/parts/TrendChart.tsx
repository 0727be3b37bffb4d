import { LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, registerTheme, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useLook } from '../state/look.ts'
import { chartTheme } from '../theme/chart-theme.ts'
import { type TrendData, trendOption } from './trend-option.ts'

use([LineChart, GridComponent, TooltipComponent, MarkLineComponent, SVGRenderer])
registerTheme('guidui-light', chartTheme('light'))
registerTheme('guidui-dark', chartTheme('dark'))

/** The drawing itself; loaded apart from everything else. */
export function TrendChart({ periods, lines, target, max }: TrendData) {
  const { mode } = useLook()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current, `guidui-${mode}`, { renderer: 'svg' })
    chart.setOption(trendOption({ periods, lines, mode, ...(target ? { target } : {}), ...(max === undefined ? {} : { max }) }))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [mode, periods, lines, target, max])
  return <div ref={box} className="trend-box" />
}
