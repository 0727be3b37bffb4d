import { Drawer } from 'antd'
import { Link } from 'react-router'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { KeyValue } from '../../../ui/parts/KeyValue.tsx'
import { count } from '../../../ui/text/format.ts'
import { type Language, useLanguage } from '../../../ui/text/language.ts'
import { type Text, useText } from '../../../ui/text/use-text.ts'
import type { Indicator, Value } from '../contract.ts'
import { type Dashboard, figureOf, type Indicators, type Looking } from './dashboard-parts.ts'
import { figureText, instantText, unitText } from './figure-words.ts'
import { type IndicatorsKey, indicatorsMessages } from './messages.ts'
import { rowsPath } from './rows-path.ts'

interface DefinitionProps {
  page: Dashboard
  looking: Looking
  /** The indicator asked about; closed when left out. */
  code: string | undefined
  onClose: () => void
}

/** Where a figure comes from: meaning, formula in words, parts, when, and the way to its rows. */
export function DefinitionDrawer({ page, looking, code, onClose }: DefinitionProps) {
  const language = useLanguage()
  const indicator = code === undefined ? undefined : looking.indicators.get(code)
  return (
    <Drawer
      open={indicator !== undefined}
      onClose={onClose}
      mask={false}
      size={380}
      destroyOnHidden
      closeIcon={<Icon name="close" size={14} />}
      title={<span className="drawer-title">{indicator && nameOf(indicator, language)}</span>}
    >
      {indicator && <Definition page={page} indicators={looking.indicators} indicator={indicator} />}
    </Drawer>
  )
}

const nameOf = (indicator: Indicator, language: Language) => (language === 'en' ? indicator.en : indicator.zh)

function Definition({ page, indicators, indicator }: { page: Dashboard; indicators: Indicators; indicator: Indicator }) {
  const text = useText(indicatorsMessages)
  const language = useLanguage()
  const figure = figureOf(page.strip, indicator.code)
  const { unitKind, form } = indicator
  const unit = unitText(unitKind, text)
  const printed = (value: Value | undefined) =>
    value === undefined
      ? []
      : [unitKind === 'percent' ? `${figureText(value.value, unitKind, form)}%` : `${figureText(value.value, unitKind, form)} ${unit}`]
  const row = (name: string, values: readonly string[]) => values.map((value) => ({ name, value }))
  const parts =
    figure?.numerator === undefined || figure.denominator === undefined ? [] : [`${count(figure.numerator)} / ${count(figure.denominator)}`]
  const rows = [
    ...row(text('indicators.define.meaning'), [language === 'en' ? indicator.meaningEn : indicator.meaningZh]),
    ...row(text('indicators.define.formula'), [formulaText(text, indicator, { indicators, language })]),
    ...row(text('indicators.define.parts'), parts),
    ...row(text('indicators.define.unit'), [unit]),
    ...row(text('indicators.define.period'), [text('indicators.period.days', { ...page.period })]),
    ...row(text('indicators.define.previous'), printed(figure?.previous)),
    ...row(text('indicators.define.lastYear'), printed(figure?.lastYear)),
    ...row(text('indicators.define.asOf'), [instantText(page.asOfAt, language)]),
  ]
  const asked = { code: indicator.code, place: page.place.code, period: page.period }
  return (
    <div className="definition">
      <p className="big">
        {figureText(figure?.value, unitKind, form)} <small>{unit}</small>
      </p>
      <KeyValue rows={rows} />
      <p className="definition-rows">
        <Link className="plain-button" to={rowsPath(asked)}>
          {text('indicators.define.rows')}
        </Link>
        {indicator.code === 'units' && (
          <Link className="plain-button" to={`/desk/network/units?place=${page.place.code}`}>
            {text('indicators.define.units')}
          </Link>
        )}
        {indicator.form === 'ratio' && (
          <Link className="plain-button" to={rowsPath({ ...asked, part: 'denominator' })}>
            {text('indicators.define.below')}
          </Link>
        )}
      </p>
    </div>
  )
}

/** How it is computed, in words: 走访人数 ÷ 服务对象 × 100. */
function formulaText(
  text: Text<IndicatorsKey>,
  { form, over, under, per }: Indicator,
  known: { indicators: Indicators; language: Language },
): string {
  if (form !== 'ratio') return text(`indicators.formula.${form}`)
  const name = (code: string | undefined) => {
    const indicator = known.indicators.get(code ?? '')
    return indicator ? nameOf(indicator, known.language) : (code ?? '')
  }
  return text('indicators.formula.ratio', { over: name(over), under: name(under), per: per ?? 1 })
}
