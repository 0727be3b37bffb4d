import { Button } from 'antd'
import { downloadFile } from '../../../ui/api/download-file.ts'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { type Language, useLanguage } from '../../../ui/text/language.ts'
import { type Text, useText } from '../../../ui/text/use-text.ts'
import { type Cell, type Sheet, type SheetColumn, workbookFile } from '../../../ui/workbook/workbook-file.ts'
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
    downloadFile(
      `${text('indicators.export.file', name)}.xlsx`,
      workbookFile(tilesSheet(text, language, { page, looking }), page.place.name),
    )
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
    columns: [
      { head: text('indicators.export.code') },
      { head: text('indicators.export.place') },
      ...indicators.flatMap((one) => columnsOf(text, language, one)),
    ],
    rows: [
      row({ key: page.place.code, name: page.place.name }, page.strip),
      ...page.tiles.map((tile) => row(tile.key === 'own' ? own : tile, tile.figures)),
    ],
  }
}

function columnsOf(text: Text<IndicatorsKey>, language: Language, { zh, en, form, unitKind }: Indicator): SheetColumn[] {
  const head = `${language === 'en' ? en : zh}（${text(`indicators.unit.${unitKind}`)}）`
  if (unitKind === 'fen') return [{ head, kind: 'money' }]
  if (form !== 'ratio') return [{ head, kind: 'number' }]
  const parts = (['numerator', 'denominator'] as const).map((part) => text(`indicators.export.${part}`))
  return [{ head, kind: 'share' }, ...parts.map((part): SheetColumn => ({ head: `${head} ${part}`, kind: 'number' }))]
}

function cellsOf({ form, unitKind }: Indicator, figure: Value | undefined): Cell[] {
  const value = figure?.value ?? null
  return form === 'ratio' && unitKind !== 'fen' ? [value, figure?.numerator ?? null, figure?.denominator ?? null] : [value]
}
