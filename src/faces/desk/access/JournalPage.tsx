import { RegionCode } from '../../../kernel/region-code.ts'
import { listJournal } from '../../../platform/journal/contract.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { PageHead } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { useAsked } from '../../../ui/state/use-asked.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { ChainPanel } from './ChainPanel.tsx'
import { JournalFilters } from './JournalFilters.tsx'
import { journalColumns } from './journal-columns.tsx'
import { journalFilter } from './journal-filter.ts'
import { accessMessages } from './messages.ts'
import { usePlace, usePlaceNames } from './use-places.ts'
import { useRoleName } from './use-role-name.ts'
import './access.css'

/** What was done at a place and below it, newest first, beside the heads of the chains that lock it. */
export function JournalPage() {
  const text = useText(accessMessages)
  const account = useAccount()
  const { params, ask } = useAsked()
  const code = RegionCode.catch(account.unitCode.slice(0, 12) as RegionCode).parse(params.get('place'))
  const place = usePlace(code)
  const pages = usePages(listJournal, { place: code, ...journalFilter(params) }, { key: 'journal' })
  const nameOf = usePlaceNames((pages.query.data?.rows ?? []).map((row) => row.unitCode))
  const roleName = useRoleName()
  const title = text('access.journal.title', { place: place?.name ?? account.unitName })
  return (
    <>
      <PageHead title={title} note={text('access.journal.note')} />
      <div className="journal">
        <div className="panel access-list">
          <DataTable
            name="journal"
            label={title}
            columns={journalColumns({ text, nameOf, roleName, ask })}
            pages={pages}
            keyOf={({ bureauCode, seq }) => `${bureauCode}-${seq}`}
            filters={<JournalFilters params={params} ask={ask} place={place} />}
            empty={<EmptyState title={text('access.journal.none')} words={text('access.journal.noneWords')} />}
          />
        </div>
        <ChainPanel place={code} />
      </div>
    </>
  )
}
