import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { Marked } from '../../../../ui/text/Marked.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type DuplicateRow, listDuplicates } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { DismissDrawer } from './DismissDrawer.tsx'
import { duplicateColumns } from './duplicate-columns.tsx'
import '../registry.css'

const LIVE = ['duplicate.suspected']
/** As many as are counted in the title. */
const MOST = 200

/** 疑似重复: pairs of files that may be of one citizen, to be merged or told apart. */
export function DuplicatesPage() {
  const text = useText(registryMessages)
  const account = useAccount()
  const [params, setParams] = useSearchParams()
  const [dismissing, setDismissing] = useState<DuplicateRow>()
  const status = params.get('status') === 'dismissed' ? 'dismissed' : 'open'
  const place = account.unitCode.slice(0, 12)
  const waiting = useView(listDuplicates, { place, limit: MOST }, { live: LIVE }).data
  const pages = usePages(listDuplicates, { place, status }, { key: 'duplicates', live: LIVE, most: MOST })
  const columns = useMemo(() => duplicateColumns(text, setDismissing), [text])
  const states = [
    { value: 'open', label: text('registry.duplicate.open') },
    { value: 'dismissed', label: text('registry.duplicate.dismissed') },
  ] as const
  const counted = waiting && `${waiting.rows.length}${waiting.next === undefined ? '' : '+'}`
  return (
    <>
      <PageHead
        title={
          counted === undefined ? text('registry.duplicate.plain') : <Marked text={text('registry.duplicate.title', { count: counted })} />
        }
        crumb={<Link to="/desk/people">{text('registry.crumb')}</Link>}
      />
      <section className="panel roster" aria-label={text('registry.duplicate.plain')}>
        <DataTable
          name="duplicates"
          label={text('registry.duplicate.plain')}
          columns={columns}
          pages={pages}
          keyOf={({ id }) => id}
          filters={
            <Choice
              label={text('registry.duplicate.which')}
              options={states}
              value={status}
              onChange={(next) => setParams(next === 'open' ? {} : { status: next }, { replace: true })}
            />
          }
          empty={
            status === 'open' ? (
              <EmptyState title={text('registry.duplicate.none')} words={text('registry.duplicate.noneWords')} />
            ) : (
              <EmptyState title={text('registry.duplicate.noneDismissed')} />
            )
          }
        />
      </section>
      {dismissing && <DismissDrawer key={dismissing.id} row={dismissing} onClose={() => setDismissing(undefined)} />}
    </>
  )
}
