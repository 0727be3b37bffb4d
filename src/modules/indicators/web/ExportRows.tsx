import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { downloadFile } from '../../../ui/api/download-file.ts'
import { problemOf } from '../../../ui/api/problem.ts'
import { see } from '../../../ui/api/use-view.ts'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { count } from '../../../ui/text/format.ts'
import { readingSentence } from '../../../ui/text/problem-sentence.ts'
import { type Text, useText } from '../../../ui/text/use-text.ts'
import { type Cell, type SheetColumn, workbookFile } from '../../../ui/workbook/workbook-file.ts'
import * as contract from '../contract.ts'
import { kindText, wordText } from './fact-words.ts'
import { unitText } from './figure-words.ts'
import { type IndicatorsKey, indicatorsMessages } from './messages.ts'
import { type PlaceNames, readPlaceNames } from './use-place-names.ts'

const MOST = 20_000
const PAGE = 500

type Filter = Omit<z.input<typeof contract.rows.input>, 'cursor' | 'limit'>

interface ExportProps {
  filter: Filter
  name: string
  placeName: string
  unit: contract.Indicator['unitKind']
}

/** All rows behind a figure as an Excel file: days, units and counts. Names are the roster's to export, with a purpose. */
export function ExportRows({ filter, name, placeName, unit }: ExportProps) {
  const text = useText(indicatorsMessages)
  const [got, setGot] = useState<number>()
  const [said, setSaid] = useState('')
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const save = async () => {
    stop.current = new AbortController()
    setSaid('')
    setGot(0)
    try {
      const { signal } = stop.current
      const { rows, isCut } = await gather(filter, signal, setGot)
      const names = await readPlaceNames(
        rows.map(({ unitCode }) => unitCode),
        signal,
      )
      const span = { ...filter.period, place: placeName, name }
      const title = `${text('indicators.rows.title', span)}　${text('indicators.period.days', filter.period)}`
      const sheet = { title, columns: columnsOf(text, unit), rows: rows.map((row) => cellsOf(row, names)) }
      downloadFile(`${text('indicators.export.file', span)}.xlsx`, workbookFile(sheet, name))
      if (isCut) setSaid(text('indicators.export.cut', { count: count(MOST) }))
    } catch (error) {
      if (!stop.current.signal.aborted) setSaid(text('indicators.export.failed', { why: readingSentence(problemOf(error), text) }))
    } finally {
      setGot(undefined)
    }
  }
  const isBusy = got !== undefined
  return (
    <>
      <span role="status" className="soft">
        {isBusy ? text('indicators.exporting', { count: count(got) }) : said}
      </span>
      <Button icon={<Icon name={isBusy ? 'close' : 'download'} />} onClick={() => (isBusy ? stop.current?.abort() : void save())}>
        {text(isBusy ? 'indicators.define.close' : 'indicators.export')}
      </Button>
    </>
  )
}

async function gather(
  filter: Filter,
  signal: AbortSignal,
  tell: (got: number) => void,
): Promise<{ rows: contract.FigureRow[]; isCut: boolean }> {
  const rows: contract.FigureRow[] = []
  let cursor: string | undefined
  do {
    const page = await see(contract.rows, { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, signal)
    rows.push(...page.rows)
    cursor = page.next
    tell(rows.length)
  } while (cursor !== undefined && rows.length < MOST)
  return { rows, isCut: cursor !== undefined }
}

const columnsOf = (text: Text<IndicatorsKey>, unit: ExportProps['unit']): SheetColumn[] => [
  { head: text('indicators.rows.on'), kind: 'day' },
  { head: text('indicators.rows.kind') },
  { head: text('indicators.rows.unitCode') },
  { head: text('indicators.rows.unit') },
  { head: text('indicators.rows.dimensions') },
  { head: text('indicators.rows.people'), kind: 'number' },
  { head: text('indicators.rows.counts', { unit: unitText(unit, text) }), kind: unit === 'fen' ? 'money' : 'number' },
]

const cellsOf = (row: contract.FigureRow, names: PlaceNames): Cell[] => [
  row.on,
  kindText(row.kind),
  row.unitCode,
  names(row.unitCode),
  Object.values(row.dimensions).map(wordText).join(' '),
  row.personIds.length,
  row.counts,
]
