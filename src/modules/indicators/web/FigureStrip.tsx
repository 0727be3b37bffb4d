import { type Figure as Cell, Strip } from '../../../ui/parts/Strip.tsx'
import { useLanguage } from '../../../ui/text/language.ts'
import { type Text, useText } from '../../../ui/text/use-text.ts'
import type { Figure } from '../contract.ts'
import { comparedWith } from './compared-with.ts'
import { type Dashboard, figureOf, type Looking, shareOf } from './dashboard-parts.ts'
import { changeText, figureText, unitText } from './figure-words.ts'
import { SHOWN } from './focus.ts'
import { Moving } from './Moving.tsx'
import { type IndicatorsKey, indicatorsMessages } from './messages.ts'

interface StripProps {
  page: Dashboard
  looking: Looking
  onDefine: (code: string) => void
}

/** The figures of the place, live; each opens its definition. */
export function FigureStrip({ page, looking, onDefine }: StripProps) {
  const text = useText(indicatorsMessages)
  const language = useLanguage()
  const of = `${page.place.code}${page.period.from}${page.period.to}`
  const cells = SHOWN.flatMap((code): Cell[] => {
    const figure = figureOf(page.strip, code)
    const indicator = looking.indicators.get(code)
    if (!figure || !indicator) return []
    const note = noteOf(text, figure, page, looking)
    return [
      {
        key: code,
        label: language === 'en' ? indicator.en : indicator.zh,
        value: (
          <Moving value={figure.value} of={of}>
            {figureText(figure.value, indicator.unitKind, indicator.form)}
          </Moving>
        ),
        unit: unitText(indicator.unitKind, text),
        meaning: language === 'en' ? indicator.meaningEn : indicator.meaningZh,
        onOpen: () => onDefine(code),
        ...(note === undefined ? {} : { note }),
        ...(code === 'overdueContacts' && (figure.value ?? 0) > 0 ? { tone: 'red' as const } : {}),
      },
    ]
  })
  return <Strip label={text('indicators.strip', { place: page.place.name })} figures={cells} />
}

/** What makes a bare number mean something: its share, or its change on the span before. */
function noteOf(text: Text<IndicatorsKey>, figure: Figure, page: Dashboard, looking: Looking): string | undefined {
  const { code } = figure
  const printed = (other: string, kind: 'percent' | 'person') => figureText(figureOf(page.strip, other)?.value, kind)
  if (code === 'units')
    return text('indicators.note.units', { coverage: printed('coverage', 'percent'), staff: printed('staff', 'person') })
  if (code === 'completeness') {
    const share = shareOf(figure)
    if (!share) return undefined
    const missing = share.denominator - share.numerator
    return missing > 0 ? text('indicators.note.missing', { missing: figureText(missing, 'person') }) : text('indicators.note.done')
  }
  if (code === 'visited' && looking.focus === 'visitedShare')
    return text('indicators.note.share', { share: printed('visitedShare', 'percent'), target: looking.target.now })
  const change = changeText(figure, comparedWith(figure, looking.kind), looking.indicators.get(code) ?? { unitKind: 'person' })
  return change === undefined
    ? undefined
    : text('indicators.note.change', { change, previous: text(`indicators.previous.${looking.kind}` as const) })
}
