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
import { answersOf, useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'

interface ExportProps {
  asked: Omit<z.input<typeof listWork.input>, 'cursor' | 'limit'>
  kinds: ReadonlyMap<string, KindOnDesk>
  placeOf: (unitCode: string) => string
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

/** The list as it is filtered, as an Excel file: persons masked as on the page, and codes as codes, not as numbers. */
export function ExportButton({ asked, kinds, placeOf }: ExportProps) {
  const text = useText(workMessages)
  const words = useKindWords()
  const [state, setState] = useState<{ isBusy: boolean; said?: string }>({ isBusy: false })
  const lineOf = (record: WorkRecord): string[] => {
    const kind = kinds.get(record.kind)
    return [
      kind ? words.nameOf(kind) : record.kind,
      record.on,
      record.until ?? '',
      record.unitCode,
      placeOf(record.unitCode),
      record.organisation?.name ?? '',
      record.organisation?.uscc ?? '',
      answersOf(record, kind, words)
        .map(({ name, answer }) => `${name}：${answer}`)
        .join('；'),
      record.people.map(({ nameMasked }) => nameMasked).join('、'),
      text(`work.state.${record.state}`),
    ]
  }
  const save = async () => {
    setState({ isBusy: true })
    try {
      const titles = ['kind', 'on', 'until', 'unitCode', 'unit', 'organisation', 'uscc', 'what', 'who', 'state'] as const
      const { rows, isCut } = await allRecords(asked)
      const sheet = { title: text('work.title'), heads: titles.map((title) => text(`work.${title}`)), rows: rows.map(lineOf) }
      downloadFile(`${text('work.title')}.xlsx`, workbookFile(sheet))
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
