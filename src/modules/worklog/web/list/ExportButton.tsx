import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { downloadFile } from '../../../../ui/api/download-file.ts'
import { problemOf } from '../../../../ui/api/problem.ts'
import { see } from '../../../../ui/api/use-view.ts'
import { readingSentence } from '../../../../ui/text/problem-sentence.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { type KindOnDesk, listWork, type WorkRecord } from '../../contract.ts'
import { answersOf, useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { csvOf } from './csv.ts'

interface ExportProps {
  asked: Omit<z.input<typeof listWork.input>, 'cursor' | 'limit'>
  kinds: ReadonlyMap<string, KindOnDesk>
  placeOf: (unitCode: string) => string
}

/** More than this is a question for the figures, not for a sheet. */
const MOST = 20_000

async function allRecords(asked: ExportProps['asked']): Promise<WorkRecord[]> {
  const rows: WorkRecord[] = []
  for (let cursor: string | undefined, more = true; more && rows.length < MOST; ) {
    const page = await see(listWork, { ...asked, limit: 500, ...(cursor === undefined ? {} : { cursor }) })
    rows.push(...page.rows)
    cursor = page.next
    more = cursor !== undefined
  }
  return rows
}

/** The list as it is filtered, as a file that a spreadsheet opens: persons masked as on the page. */
export function ExportButton({ asked, kinds, placeOf }: ExportProps) {
  const text = useText(workMessages)
  const words = useKindWords()
  const [state, setState] = useState<{ isBusy: boolean; failed?: string }>({ isBusy: false })
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
      const titles = ['kind', 'on', 'until', 'unit', 'unit', 'organisation', 'uscc', 'what', 'who', 'state'] as const
      const sheet = csvOf([titles.map((title) => text(`work.${title}`)), ...(await allRecords(asked)).map(lineOf)])
      downloadFile(`${text('work.title')}.csv`, new Blob([sheet], { type: 'text/csv;charset=utf-8' }))
      setState({ isBusy: false })
    } catch (error) {
      setState({ isBusy: false, failed: text('work.exportFailed', { why: readingSentence(problemOf(error), text) }) })
    }
  }
  return (
    <>
      <span role="status" className="field-hint">
        {state.failed}
      </span>
      <Button loading={state.isBusy} onClick={() => void save()}>
        {text(state.isBusy ? 'work.exporting' : 'work.export')}
      </Button>
    </>
  )
}
