import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { Pager } from '../../../../ui/table/Pager.tsx'
import { firstPage, type PagePlace } from '../../../../ui/table/page-place.ts'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { CONFIRMATION_RISKS, listConfirming } from '../../contract.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { confirmMessages } from './messages-confirm.ts'
import '../benefits.css'

type Seen = z.output<typeof listConfirming.output>

const TONES: Readonly<Record<(typeof CONFIRMATION_RISKS)[number], Tone>> = {
  failed: 'red',
  overdue: 'red',
  toCheck: 'amber',
  due: 'amber',
  notBegun: 'plain',
}

/** Whose pay waits for the confirmation of this year. */
export function ConfirmingPage() {
  const text = useText(confirmMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const [place, setPlace] = useState<PagePlace>(() => firstPage())
  const cursor = place.cursors.at(-1)
  const query = useView(listConfirming, { unitCode, limit: place.limit, ...(cursor ? { cursor } : {}) }, { keepPrevious: true })
  const isCounty = unitCode.length === 12 && tierOf(unitCode) === 'county'
  return (
    <div className="benefit-page">
      <PageHead
        title={text('confirm.title')}
        note={text('confirm.note')}
        actions={<Link to="/desk/benefits/months">{text('confirm.months')}</Link>}
      />
      {isCounty ? (
        <ViewState query={query}>{(seen) => <Confirming seen={seen} pages={{ place, setPlace, busy: query.isFetching }} />}</ViewState>
      ) : (
        <EmptyState title={text('confirm.notPayer')} words={text('confirm.notPayerWords')} />
      )}
    </div>
  )
}

interface PagesOf {
  place: PagePlace
  setPlace: (place: PagePlace) => void
  busy: boolean
}

function Confirming({ seen, pages: { place, setPlace, busy } }: { seen: Seen; pages: PagesOf }) {
  const text = useText(confirmMessages)
  const { year, confirmed, toResume, byRisk, rows, next } = seen
  const total = toResume + CONFIRMATION_RISKS.reduce((all, risk) => all + byRisk[risk], 0)
  const unit = text('confirm.unit')
  return (
    <>
      <Strip
        label={text('confirm.title')}
        figures={[
          { key: 'confirmed', label: text('confirm.confirmed'), value: confirmed, unit },
          { key: 'toResume', label: text('confirm.toResume'), value: toResume, unit, ...(toResume > 0 ? { tone: 'red' as const } : {}) },
          ...CONFIRMATION_RISKS.map((risk) => ({ key: risk, label: text(`confirm.risk.${risk}`), value: byRisk[risk], unit })),
        ]}
      />
      <Panel title={text('confirm.list', { year: String(year) })}>
        {rows.length === 0 ? <EmptyState title={text('confirm.none')} words={text('confirm.noneWords')} /> : <Rows rows={rows} />}
        {(next !== undefined || place.cursors.length > 0) && (
          <Pager place={place} onPlace={setPlace} next={next} total={total} busy={busy} />
        )}
      </Panel>
    </>
  )
}

function Rows({ rows }: { rows: Seen['rows'] }) {
  const text = useText(confirmMessages)
  const words = useBenefitWords()
  const titles = ['name', 'class', 'state', 'dueOn', 'pay'] as const
  return (
    <WideTable label={text('confirm.title')} className="benefit-wide" titles={titles.map((title) => text(`confirm.${title}`))}>
      {rows.map(({ personId, nameMasked, classCodes, risk, dueOn, isSuspended, matterId }) => (
        <tr key={personId}>
          <th scope="row">
            <Link to={`/desk/people/${personId}`}>{nameMasked}</Link>
          </th>
          <td>{classCodes.map((classCode) => words.held({ classCode, grade: null, cause: null })).join('、')}</td>
          <td>
            <Tag tone={risk === null ? 'green' : TONES[risk]}>{text(risk === null ? 'confirm.confirmed' : `confirm.risk.${risk}`)}</Tag>{' '}
            {matterId !== null && <Link to={`/desk/matters/${matterId}`}>{text('confirm.title')}</Link>}
          </td>
          <td>{dueOn ?? ''}</td>
          <td>{isSuspended ? <Tag tone="red">{text('confirm.suspended')}</Tag> : text('confirm.paid')}</td>
        </tr>
      ))}
    </WideTable>
  )
}
