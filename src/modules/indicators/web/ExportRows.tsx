import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { downloadFile } from '../../../ui/api/download-file.ts'
import { problemOf } from '../../../ui/api/problem.ts'
import { see } from '../../../ui/api/use-view.ts'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { count } from '../../../ui/text/format.ts'
import { readingSentence } from '../../../ui/text/problem-sentence.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { type Cell, workbookFile } from '../../../ui/workbook/workbook-file.ts'
import * as contract from '../contract.ts'
import { kindText, wordText } from './fact-words.ts'
import { indicatorsMessages } from './messages.ts'

const MOST = 20_000
const PAGE = 500

type Filter = Omit<z.input<typeof contract.rows.input>, 'cursor' | 'limit'>

/** All rows behind a figure as an Excel file: days, units and counts. Names are the roster's to export, with a purpose. */
export function ExportRows({ filter, name, placeName }: { filter: Filter; name: string; placeName: string }) {
  const text = useText(indicatorsMessages)
  const [got, setGot] = useState<number>()
  const [said, setSaid] = useState('')
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const heads = (['on', 'kind', 'unit', 'dimensions', 'people', 'counts'] as const).map((key) => text(`indicators.rows.${key}`))

  const save = async () => {
    stop.current = new AbortController()
    setSaid('')
    setGot(0)
    try {
      const { rows, isCut } = await gather(filter, stop.current.signal, setGot)
      const span = { ...filter.period, place: placeName, name }
      downloadFile(
        `${text('indicators.export.file', span)}.xlsx`,
        workbookFile({ title: text('indicators.rows.title', span), heads, rows }),
      )
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

async function gather(filter: Filter, signal: AbortSignal, tell: (got: number) => void): Promise<{ rows: Cell[][]; isCut: boolean }> {
  const rows: Cell[][] = []
  let cursor: string | undefined
  do {
    const page = await see(contract.rows, { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, signal)
    rows.push(...page.rows.map(cellsOf))
    cursor = page.next
    tell(rows.length)
  } while (cursor !== undefined && rows.length < MOST)
  return { rows, isCut: cursor !== undefined }
}

const cellsOf = (row: contract.FigureRow): Cell[] => [
  row.on,
  kindText(row.kind),
  row.unitCode,
  Object.values(row.dimensions).map(wordText).join(' '),
  row.personIds.length,
  row.counts,
]
