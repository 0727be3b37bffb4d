import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { downloadFile } from '../../../../ui/api/download-file.ts'
import { problemOf } from '../../../../ui/api/problem.ts'
import { see } from '../../../../ui/api/use-view.ts'
import { count } from '../../../../ui/text/format.ts'
import { readingSentence } from '../../../../ui/text/problem-sentence.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { workbookFile } from '../../../../ui/workbook/workbook-file.ts'
import { type KindOnDesk, listWork, type WorkRecord } from '../../contract.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { readPlaceNames } from '../use-place-names.ts'
import { workSheet } from './work-sheet.ts'

interface ExportProps {
  asked: Omit<z.input<typeof listWork.input>, 'cursor' | 'limit'>
  kinds: ReadonlyMap<string, KindOnDesk>
}

/** More than this is a question for the figures, not for a sheet. */
const MOST = 20_000

async function allRecords(asked: ExportProps['asked']): Promise<{ rows: WorkRecord[]; isCut: boolean }> {
  const rows: WorkRecord[] = []
  let cursor: string | undefined
  do {
    const page = await see(listWork, { ...asked, limit: 500, ...(cursor === undefined ? {} : { cursor }) })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined && rows.length < MOST)
  return { rows, isCut: cursor !== undefined }
}

/** The list as it is filtered, as an Excel file. */
export function ExportButton({ asked, kinds }: ExportProps) {
  const text = useText(workMessages)
  const words = useKindWords()
  const [state, setState] = useState<{ isBusy: boolean; said?: string }>({ isBusy: false })
  const save = async () => {
    setState({ isBusy: true })
    try {
      const { rows, isCut } = await allRecords(asked)
      const kind = kinds.get(asked.kind ?? '')
      const name = [text('work.title'), kind && words.nameOf(kind), asked.from, asked.to].filter(Boolean).join('-')
      const about = { text, words, kinds, placeOf: await readPlaceNames(rows) }
      downloadFile(`${name}.xlsx`, workbookFile(workSheet(about, rows, name), text('work.title')))
      setState({ isBusy: false, ...(isCut ? { said: text('work.exportCut', { count: count(MOST) }) } : {}) })
    } catch (error) {
      setState({ isBusy: false, said: text('work.exportFailed', { why: readingSentence(problemOf(error), text) }) })
    }
  }
  return (
    <>
      <span role="status" className="field-hint">
        {state.said}
      </span>
      <Button loading={state.isBusy} onClick={() => void save()}>
        {text(state.isBusy ? 'work.exporting' : 'work.export')}
      </Button>
    </>
  )
}
