import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { z } from 'zod'
import { PlainDate } from '../../../kernel/plain-date.ts'
import { RegionCode } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { PageHead } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import * as network from '../../network/contract.ts'
import * as contract from '../contract.ts'
import { ExportRows } from './ExportRows.tsx'
import { wordText } from './fact-words.ts'
import { figureText, unitText } from './figure-words.ts'
import { indicatorsMessages } from './messages.ts'
import { rowColumns } from './row-columns.tsx'
import { usePlaceNames } from './use-place-names.ts'
import './dashboard.css'

const Asked = z.object({
  code: z.string().min(1),
  place: RegionCode,
  from: PlainDate,
  to: PlainDate,
  part: z.enum(['numerator', 'denominator']).default('numerator'),
  /** Of a figure of one word of a dimension: only its own rows. */
  word: z.string().min(1).max(40).optional(),
})
type Asked = z.infer<typeof Asked>

/** The rows behind a figure: they add up to it. */
export function RowsPage() {
  const text = useText(indicatorsMessages)
  const [search] = useSearchParams()
  const asked = Asked.safeParse(Object.fromEntries(search))
  if (asked.success) return <Rows asked={asked.data} />
  return <EmptyState title={text('indicators.rows.missing')} action={<Link to="/desk/network">{text('indicators.rows.back')}</Link>} />
}

function Rows({ asked }: { asked: Asked }) {
  const text = useText(indicatorsMessages)
  const language = useLanguage()
  const { code, place, from, to, part, word } = asked
  const filter = { code, place, part, period: { from, to }, ...(word === undefined ? {} : { word }) }
  const list = useView(contract.list, {}, { staleTime: 600_000 })
  const way = useView(network.path, { code: place }, { staleTime: 600_000 })
  const indicator = list.data?.rows.find((row) => row.code === code)
  const counted = part === 'numerator' ? (indicator?.over ?? code) : (indicator?.under ?? code)
  const countedIndicator = list.data?.rows.find((row) => row.code === counted)
  const pages = usePages(contract.rows, filter, { key: 'figure.rows' })
  const answer = pages.query.data as z.infer<typeof contract.rows.output> | undefined
  const names = usePlaceNames((answer?.rows ?? []).map(({ unitCode }) => unitCode))
  const placeName = way.data?.rows.at(-1)?.name ?? place
  const whole = countedIndicator ? (language === 'en' ? countedIndicator.en : countedIndicator.zh) : counted
  const name = word === undefined ? whole : text('indicators.rows.part', { name: whole, word: wordText(word) })
  const kind = countedIndicator?.unitKind ?? 'item'
  // A day is worked out from records; its rows are counted as such.
  const unit = kind === 'date' ? 'item' : kind
  const columns = useMemo(() => rowColumns(text, names, unit), [text, names, unit])
  const sum = answer && text('indicators.rows.sum', { sum: figureText(answer.sum, kind), unit: unitText(kind, text) })
  return (
    <>
      <PageHead
        crumb={<Link to={`/desk/network?place=${place}`}>{text('indicators.rows.back')}</Link>}
        title={text('indicators.rows.title', { place: placeName, name })}
        note={`${text('indicators.period.days', { from, to })}${sum ? `　${sum}` : ''}`}
      />
      <div className="panel rows-panel">
        <DataTable
          name="figure.rows"
          label={text('indicators.rows.title', { place: placeName, name })}
          columns={columns}
          pages={pages}
          keyOf={({ factId, unitCode }) => `${factId}${unitCode}`}
          exportSlot={<ExportRows filter={filter} name={name} placeName={placeName} unit={unit} />}
          empty={<EmptyState title={text('indicators.rows.empty')} words={text('indicators.rows.emptyWords')} />}
        />
      </div>
    </>
  )
}
