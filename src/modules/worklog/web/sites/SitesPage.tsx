import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { listSites, listWorkKinds, publishSites, type SiteOnDesk } from '../../contract.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { usePlaceNames } from '../use-place-names.ts'
import { WORK_PATH } from '../work-path.ts'
import { HeldList } from './HeldList.tsx'
import { siteColumns } from './site-columns.tsx'
import { TakeBackDrawer } from './TakeBackDrawer.tsx'

const STATES = ['all', 'waiting', 'shown', 'hidden'] as const

/** Which memorial facilities of one's place are public: published one by one or a page at once, and taken back with a reason. */
export function SitesPage() {
  const text = useText(workMessages)
  const place = useAccount().unitCode as UnitCode
  const [state, setState] = useState<(typeof STATES)[number]>('all')
  const [taking, setTaking] = useState<SiteOnDesk>()
  const filter = { place, ...(state === 'all' ? {} : { state }) }
  const pages = usePages(listSites, filter, { key: 'work.sites' })
  const mayPublish = useView(listSites, { place, limit: 1 }).data?.can.publish === true
  const rows = pages.query.data?.rows ?? []
  const action = useAction(publishSites)
  const publish = (some: readonly SiteOnDesk[]) => {
    const [first] = some
    if (first) void action.send({ unitCode: unitOf(some, first), recordIds: some.map(({ recordId }) => recordId) })
  }
  const waiting = rows.filter((row) => row.state === 'waiting')
  const [placeOf, words] = [usePlaceNames(rows), useKindWords()]
  const kind = useView(listWorkKinds, { place }, { staleTime: 60_000 }).data?.kinds.find(({ code }) => code === 'memorialSite')
  const columns = siteColumns({ text, words, kind, placeOf, mayPublish, onPublish: (row) => publish([row]), onTakeBack: setTaking })
  return (
    <>
      <PageHead
        crumb={<Link to={WORK_PATH}>{text('work.record.crumb')}</Link>}
        title={text('work.sites')}
        note={
          <span role="status">
            {action.value ? text('work.sites.published', { count: action.value.published }) : text('work.sites.note')}
          </span>
        }
        actions={
          <>
            <a href={`/open/memorials/${place.slice(0, 12)}`}>{text('work.sites.open')}</a>
            {mayPublish && areOfOneBureau(waiting) && (
              <Button type="primary" size="middle" loading={action.sending} onClick={() => publish(waiting)}>
                {text('work.sites.publishAll', { count: waiting.length })}
              </Button>
            )}
          </>
        }
      />
      <ActsFailed acts={[action]} />
      <HeldList held={action.refusal?.held ?? action.value?.held ?? []} rows={rows} kind={kind} />
      <div className="panel">
        <DataTable
          name="work.sites"
          label={text('work.sites')}
          columns={columns}
          pages={pages}
          keyOf={({ recordId }) => recordId}
          filters={
            <Choice
              label={text('work.sites.state')}
              options={STATES.map((value) => ({ value, label: text(`work.sites.state.${value}`) }))}
              value={state}
              onChange={setState}
            />
          }
          empty={<Nothing state={state} />}
        />
      </div>
      {taking && <TakeBackDrawer site={taking} onClose={() => setTaking(undefined)} />}
    </>
  )
}

function Nothing({ state }: { state: (typeof STATES)[number] }) {
  const text = useText(workMessages)
  if (state !== 'all') return <EmptyState title={text('work.sites.noneOf', { state: text(`work.sites.state.${state}`) })} />
  return <EmptyState title={text('work.sites.none')} words={text('work.sites.noneWords')} />
}

const bureauOf = ({ unitCode }: SiteOnDesk): string => unitCode.slice(0, 6)

/** What is published at once lies in one bureau, whose journal says so. */
const areOfOneBureau = (rows: readonly SiteOnDesk[]): boolean => rows.length > 0 && new Set(rows.map(bureauOf)).size === 1

/** The place under which some of one bureau all lie. */
const unitOf = (rows: readonly SiteOnDesk[], first: SiteOnDesk): UnitCode =>
  rows.length === 1 ? first.unitCode : (`${bureauOf(first)}000000` as UnitCode)
