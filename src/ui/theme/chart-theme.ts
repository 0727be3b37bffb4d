import { dark, light } from './palette.ts'
import { fonts } from './type-scale.ts'

/** In this order; two or three series a chart, labelled at the line's end, told apart in grey by dash and weight. */
export const series = {
  light: ['#2F5D6C', '#B4232A', '#B9791B', '#2F6B4F', '#6A6489', '#8A6A55'],
  dark: ['#7FB0BF', '#E5787A', '#DDA54A', '#79BE9B', '#A9A2CB', '#C3A38C'],
} as const

export function chartTheme(mode: 'light' | 'dark') {
  const c = mode === 'light' ? light : dark
  const words = { color: c.inkFaint, fontFamily: fonts.sans, fontSize: 12 }
  const axis = {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: words,
    splitLine: { lineStyle: { color: c.line } },
  }
  return {
    color: [...series[mode]],
    backgroundColor: 'transparent',
    textStyle: { ...words, color: c.inkSoft },
    animation: false,
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    line: { symbol: 'none', lineStyle: { width: 2 }, emphasis: { disabled: true } },
    tooltip: {
      backgroundColor: c.ground,
      borderColor: c.line,
      padding: [8, 12],
      textStyle: { color: c.ink, fontFamily: fonts.sans, fontSize: 13 },
    },
  }
}
