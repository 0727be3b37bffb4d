import { Link, useNavigate } from 'react-router'
import { minuteInChina } from '../../../../kernel/china-time.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Import, listImports } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { useRegionNames } from '../use-region.ts'
import { fileWords } from './file-words.ts'
import { ImportEntry } from './ImportEntry.tsx'
import { isUnderWay, toneOf } from './import-state.ts'
import '../registry.css'
import './import.css'

/** 批量导入: brings a workbook, and shows what became of the earlier ones. */
export function ImportsPage() {
  const text = useText(registryMessages)
  const account = useAccount()
  const mayImport = account.grants.includes('person.import')
  return (
    <>
      <PageHead
        title={text('registry.import.plain')}
        note={text('registry.import.words')}
        crumb={<Link to="/desk/people">{text('registry.crumb')}</Link>}
      />
      {mayImport ? (
        <>
          <ImportEntry />
          <ImportList place={account.unitCode.slice(0, 12)} />
        </>
      ) : (
        <ErrorState problem={{ code: 'not-permitted' }} />
      )}
    </>
  )
}

const lookAgain = ({ rows }: { rows: readonly Import[] }): number | false => (rows.some(isUnderWay) ? 2_000 : false)

function ImportList({ place }: { place: string }) {
  const text = useText(registryMessages)
  const go = useNavigate()
  const pages = usePages(listImports, { place }, { key: 'imports', every: lookAgain })
  const columns = useColumns(pages.query.data?.rows ?? [])
  return (
    <section className="panel roster import-list" aria-label={text('registry.import.list')}>
      <DataTable
        name="imports"
        label={text('registry.import.list')}
        columns={columns}
        pages={pages}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void go(`/desk/imports/${id}`)}
        filters={<h2 className="import-list-title">{text('registry.import.list')}</h2>}
        empty={<EmptyState title={text('registry.import.none')} words={text('registry.import.noneWords')} />}
      />
    </section>
  )
}

function useColumns(rows: readonly Import[]): Column<Import>[] {
  const text = useText(registryMessages)
  const names = useRegionNames(rows.map(({ unitCode }) => unitCode))
  return [
    { key: 'file', title: text('registry.import.file'), draw: (row) => <b>{fileWords(row, text)}</b>, width: 240, card: 'title' },
    {
      key: 'status',
      title: text('registry.roster.status'),
      draw: ({ status }) => <Tag tone={toneOf(status)}>{codeWord(text, 'importStatus', status)}</Tag>,
      width: 100,
    },
    { key: 'result', title: text('registry.import.result'), draw: (row) => (row.rowsRead === 0 ? '' : numbersOf(row, text)), width: 320 },
    {
      key: 'place',
      title: text('registry.import.place'),
      draw: ({ unitCode }) => names.get(unitCode.slice(0, 12)) || unitCode,
      width: 140,
    },
    { key: 'at', title: text('registry.import.at'), draw: ({ startedAt }) => minuteInChina(startedAt), width: 140 },
  ]
}

const numbersOf = (
  { rowsNew, rowsFilled, rowsUnchanged, rowsWrong }: Import,
  text: ReturnType<typeof useText<'registry.import.numbers'>>,
) =>
  text('registry.import.numbers', {
    rowsNew: count(rowsNew),
    rowsFilled: count(rowsFilled),
    rowsUnchanged: count(rowsUnchanged),
    rowsWrong: count(rowsWrong),
  })
