import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { count } from '../../../../ui/text/format.ts'
import { Marked } from '../../../../ui/text/Marked.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listPersons } from '../../contract.ts'
import { ExportButton } from '../export/ExportButton.tsx'
import { registryMessages } from '../messages.ts'
import { useRegion } from '../use-region.ts'
import { useToday } from '../use-today.ts'
import { RosterFilters } from './RosterFilters.tsx'
import { countFilters, readRosterFilter } from './roster-filter.ts'
import { useFirstTotal } from './use-first-total.ts'
import { useRosterColumns } from './use-roster-columns.tsx'
import '../registry.css'

/** 花名册: everyone of a place, filtered and sorted by the server; the address keeps the filters. */
export function RosterPage() {
  const text = useText(registryMessages)
  const account = useAccount()
  const go = useNavigate()
  const [params, setParams] = useSearchParams()
  const home = account.unitCode.slice(0, 12)
  const filter = readRosterFilter(params, { home, today: useToday() })
  const pages = usePages(listPersons, filter, {
    key: 'roster',
    most: 200,
    live: ['person.captured', 'person.died', 'person.merged'],
    orderAs: ({ by, down }) => ({ sort: by, descending: down }),
  })
  const total = useFirstTotal(pages, JSON.stringify(filter))
  const place = useRegion(filter.place)?.name ?? account.path.at(-1)?.name ?? account.unitName
  const isOnePlace = account.tier === 'village'
  const columns = useRosterColumns(pages.query.data?.rows, isOnePlace)
  const capture = account.grants.includes('person.write') && (
    <Button type="primary" size="middle" onClick={() => void go('/desk/people/new')}>
      <Icon name="plus" /> {text('registry.roster.capture')}
    </Button>
  )
  const isFiltered = countFilters(params) > 0
  return (
    <>
      <PageHead
        title={
          total === undefined ? (
            text('registry.roster.wait', { place })
          ) : (
            <Marked text={text('registry.roster.title', { place, count: count(total) })} />
          )
        }
        actions={<RosterActions capture={capture} />}
      />
      <section className="panel roster" aria-label={text('registry.roster.label')}>
        <DataTable
          name="roster"
          label={text('registry.roster.label')}
          columns={columns}
          pages={pages}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void go(`/desk/people/${id}`)}
          filters={
            <RosterFilters params={params} onParams={(next) => setParams(next, { replace: true })} home={home} isOnePlace={isOnePlace} />
          }
          exportSlot={<ExportButton filter={filter} place={place} people={total} />}
          empty={
            isFiltered ? (
              <EmptyState title={text('registry.roster.empty')} words={text('registry.roster.emptyWords')} />
            ) : (
              <EmptyState title={text('registry.roster.nobody')} words={text('registry.roster.nobodyWords')} action={capture} />
            )
          }
        />
      </section>
    </>
  )
}

/** Where one may go from here. */
function RosterActions({ capture }: { capture: ReactNode }) {
  const text = useText(registryMessages)
  const { grants } = useAccount()
  const go = useNavigate()
  const { search } = useLocation()
  return (
    <>
      {grants.includes('person.transfer') && (
        <Button size="middle" onClick={() => void go('/desk/people/transfers')}>
          {text('registry.roster.transfers')}
        </Button>
      )}
      <Button size="middle" onClick={() => void go(`/desk/people/ages${search}`)}>
        {text('registry.ages.plain')}
      </Button>
      <Button size="middle" onClick={() => void go(`/desk/people/duplicates`)}>
        {text('registry.duplicate.plain')}
      </Button>
      {grants.includes('person.import') && (
        <Button size="middle" onClick={() => void go('/desk/imports')}>
          <Icon name="upload" /> {text('registry.import.enter')}
        </Button>
      )}
      {capture}
    </>
  )
}
