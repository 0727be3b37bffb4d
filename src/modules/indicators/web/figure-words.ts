import { count } from '../../../ui/text/format.ts'
import type { Text } from '../../../ui/text/use-text.ts'
import type { Indicator, Value } from '../contract.ts'
import type { IndicatorsKey } from './messages.ts'

type Kind = Indicator['unitKind']

/** 2019-01-30 of 20190130, 2018-11 of 201811, 2019. */
const dayText = (value: number): string =>
  String(value).replace(/^(\d{4})(\d{2})(\d{2})?$/, (_, ...parts) => parts.slice(0, 3).filter(Boolean).join('-'))

/**
 * A figure as it is printed, without its unit: 41,755 · 80.6 · 1,204.50 (yuan for fen). An average keeps one decimal whatever
 * it counts: 1.4 trips a matter are not one. Nothing to divide by is a dash.
 */
export function figureText(value: number | null | undefined, kind: Kind, form?: Indicator['form']): string {
  if (value === null || value === undefined) return '–'
  if (kind === 'date') return dayText(value)
  if (form === 'ratio' && kind !== 'fen') return value.toFixed(1)
  if (kind === 'percent' || kind === 'perThousand') return value.toFixed(1)
  if (kind === 'fen') return (value / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return count(Math.round(value))
}

export const unitText = (kind: Kind, text: Text<IndicatorsKey>): string => text(`indicators.unit.${kind}`)

/** +86, −3, ±0; a change of a share is in points. Undefined where either side is missing. */
export function changeText(
  now: Value | undefined,
  before: Value | undefined,
  { unitKind: kind, form }: { unitKind: Kind; form?: Indicator['form'] },
): string | undefined {
  if (typeof now?.value !== 'number' || typeof before?.value !== 'number') return undefined
  if (kind === 'date') return undefined
  const change = now.value - before.value
  const size = figureText(Math.abs(change), kind, form)
  if (Number(size.replaceAll(',', '')) === 0) return '±0'
  return `${change > 0 ? '+' : '−'}${size}`
}

const formatAt = (language: string) =>
  new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    month: language === 'en' ? 'short' : 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })

/** An instant in China: 6月10日 10:40. */
export function instantText(instant: string, language: 'zh-CN' | 'en'): string {
  const parts = new Map(
    formatAt(language)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  )
  const clock = `${parts.get('hour')}:${parts.get('minute')}`
  return language === 'en'
    ? `${parts.get('day')} ${parts.get('month')} ${clock}`
    : `${parts.get('month')} 月 ${parts.get('day')} 日 ${clock}`
}
