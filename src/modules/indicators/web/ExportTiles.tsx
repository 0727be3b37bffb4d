import { Button } from 'antd'
import { downloadFile } from '../../../ui/api/download-file.ts'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { type Language, useLanguage } from '../../../ui/text/language.ts'
import { type Text, useText } from '../../../ui/text/use-text.ts'
import { type Cell, type Sheet, workbookFile } from '../../../ui/workbook/workbook-file.ts'
import type { Indicator, Value } from '../contract.ts'
import { type Dashboard, figureOf, type Looking } from './dashboard-parts.ts'
import { instantText } from './figure-words.ts'
import { type IndicatorsKey, indicatorsMessages } from './messages.ts'

/** The place and its children with every figure of the strip, as an Excel file. It holds counts and no person. */
export function ExportTiles({ page, looking }: { page: Dashboard; looking: Looking }) {
  const text = useText(indicatorsMessages)
  const language = useLanguage()
  const save = () => {
    const name = { place: page.place.name, name: text(`indicators.focus.${looking.focus}`), ...page.period }
    downloadFile(`${text('indicators.export.file', name)}.xlsx`, workbookFile(tilesSheet(text, language, { page, looking })))
  }
  return (
    <Button size="middle" icon={<Icon name="download" />} onClick={save}>
      {text('indicators.export')}
    </Button>
  )
}

function tilesSheet(text: Text<IndicatorsKey>, language: Language, { page, looking }: { page: Dashboard; looking: Looking }): Sheet {
  const indicators = page.strip.flatMap(({ code }) => looking.indicators.get(code) ?? [])
  const row = (place: { key: string; name: string }, figures: Dashboard['strip']): Cell[] => [
    place.key,
    place.name,
    ...indicators.flatMap((indicator) => cellsOf(indicator, figureOf(figures, indicator.code))),
  ]
  const own = { key: page.place.code, name: text('indicators.export.own', { place: page.place.name }) }
  return {
    title: text('indicators.export.line', { place: page.place.name, ...page.period, at: instantText(page.asOfAt, language) }),
    heads: [text('indicators.export.code'), text('indicators.export.place'), ...indicators.flatMap((one) => headsOf(text, language, one))],
    rows: [
      row({ key: page.place.code, name: page.place.name }, page.strip),
      ...page.tiles.map((tile) => row(tile.key === 'own' ? own : tile, tile.figures)),
    ],
  }
}

function headsOf(text: Text<IndicatorsKey>, language: Language, { zh, en, form, unitKind }: Indicator): string[] {
  const name = `${language === 'en' ? en : zh}（${text(`indicators.unit.${unitKind}`)}）`
  return form === 'ratio'
    ? [name, `${name} ${text('indicators.export.numerator')}`, `${name} ${text('indicators.export.denominator')}`]
    : [name]
}

function cellsOf({ form }: Indicator, figure: Value | undefined): Cell[] {
  const value = figure?.value ?? null
  return form === 'ratio' ? [value, figure?.numerator ?? null, figure?.denominator ?? null] : [value]
}
