import { useState } from 'react'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { PageHead } from '../../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { useAsked } from '../../../../../ui/state/use-asked.ts'
import { DataTable } from '../../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../../ui/table/use-pages.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listVisits, type Visit, VisitReason } from '../../../contract.ts'
import { useVisitWords } from '../visit-words.ts'
import { CorrectVisit } from './CorrectVisit.tsx'
import { listMessages } from './messages-list.ts'
import { visitColumns } from './visit-columns.tsx'
import '../../casework.css'
import '../visits.css'

/** Every visit of one's place, latest first; a wrong one is answered by a counter-record from here. */
export function VisitsPage() {
  const text = useText(listMessages)
  const words = useVisitWords()
  const { unitCode } = useAccount()
  const filter = useVisitFilter()
  const [wrong, setWrong] = useState<Visit>()
  const pages = usePages(listVisits, { place: unitCode, ...filter.asked }, { key: 'visits', live: ['visit.done'] })
  return (
    <>
      <PageHead title={text('casework.visits.title')} />
      <div className="panel list-page">
        <DataTable
          name="visits"
          label={text('casework.visits.label')}
          columns={visitColumns({ text, words, onCorrect: setWrong })}
          pages={pages}
          keyOf={(visit) => visit.id}
          chosen={wrong?.id}
          filters={<VisitFilters {...filter} />}
          empty={<EmptyState title={text('casework.visits.empty')} words={text('casework.visits.emptyWords')} />}
        />
      </div>
      {wrong && <CorrectVisit key={wrong.id} visit={wrong} onClose={() => setWrong(undefined)} />}
    </>
  )
}

/** Days and reason, kept in the address. What is no day or reason is left aside. */
function useVisitFilter() {
  const { params, ask } = useAsked()
  const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text)
  const [from, to] = [params.get('from'), params.get('to')]
  const reason = VisitReason.safeParse(params.get('reason')).data
  const set = (name: 'from' | 'to' | 'reason', value: string) => ask({ [name]: value })
  const asked = { ...(isDay(from) ? { from } : {}), ...(isDay(to) ? { to } : {}), ...(reason ? { reason } : {}) }
  return { asked, set }
}

function VisitFilters({ asked, set }: ReturnType<typeof useVisitFilter>) {
  const text = useText(listMessages)
  const { reasons } = useVisitWords()
  return (
    <div className="visit-filters">
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {text(`casework.visits.${name}`)}{' '}
          <input type="date" value={asked[name] ?? ''} onChange={(event) => set(name, event.target.value)} />
        </label>
      ))}
      <select
        aria-label={text('casework.visits.reason')}
        value={asked.reason ?? ''}
        onChange={(event) => set('reason', event.target.value)}
      >
        <option value="">{text('casework.visits.anyReason')}</option>
        {reasons.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
