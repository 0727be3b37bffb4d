import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { KeyHint } from '../../../../ui/parts/KeyHint.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useHotkey } from '../../../../ui/state/use-hotkey.ts'
import { useListedPlace } from '../../../../ui/state/use-listed-place.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { OnlyAt } from '../../../network/web/index.tsx'
import { type KindOnDesk, listWork, listWorkKinds } from '../../contract.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { usePlaceNames } from '../use-place-names.ts'
import { PATROLS_PATH, SITES_PATH } from '../work-path.ts'
import { ExportButton } from './ExportButton.tsx'
import { type Doing, WorkDrawers } from './WorkDrawers.tsx'
import { useWorkFilter, WorkFilters } from './WorkFilters.tsx'
import { workColumns } from './work-columns.tsx'
import '../work.css'

/** The work record of one's place: what was done, by kind and day; `R` records the next. */
export function WorkPage() {
  const place = useAccount().unitCode as UnitCode
  const query = useView(listWorkKinds, { place })
  return <ViewState query={query}>{({ kinds, can }) => <Work kinds={kinds} can={can} place={place} />}</ViewState>
}

interface WorkProps {
  kinds: readonly KindOnDesk[]
  can: { record: boolean; define: boolean }
  place: UnitCode
}

function Work({ kinds, can, place }: WorkProps) {
  const text = useText(workMessages)
  const words = useKindWords()
  const filter = useWorkFilter()
  const listed = useListedPlace().place as UnitCode
  const [doing, setDoing] = useState<Doing>()
  const [saved, setSaved] = useState<{ name: string; is: 'saved' | 'kept' }>()
  const pages = usePages(listWork, { place: listed, ...filter.asked }, { key: 'work' })
  const placeOf = usePlaceNames(pages.query.data?.rows ?? [])
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]))
  const close = () => setDoing(undefined)
  useHotkey('r', () => setDoing({ what: 'record' }), can.record && doing === undefined)
  const columns = workColumns({
    text,
    words,
    kinds: byCode,
    placeOf,
    onCorrect: (record) => setDoing({ what: 'correct', record }),
    onEnd: (record) => setDoing({ what: 'end', record }),
  })
  return (
    <>
      <PageHead
        title={text('work.title')}
        note={<span role="status">{saved === undefined ? text('work.note') : text(`work.${saved.is}`, { name: saved.name })}</span>}
        actions={<WorkActions mayRecord={can.record} onDo={(what) => setDoing({ what })} />}
      />
      <OnlyAt />
      <div className="panel work-page">
        <DataTable
          name="work"
          label={text('work.label')}
          columns={columns}
          pages={pages}
          keyOf={(record) => record.id}
          filters={<WorkFilters kinds={kinds} {...filter} />}
          exportSlot={<ExportButton asked={{ place: listed, ...filter.asked }} kinds={byCode} />}
          empty={<EmptyState title={text('work.empty')} words={text('work.emptyWords')} />}
        />
      </div>
      {doing && (
        <WorkDrawers
          doing={doing}
          kinds={byCode}
          listed={byCode.get(filter.asked.kind ?? '')}
          place={place}
          onClose={close}
          onSaved={(kind, is) => {
            setSaved({ name: words.nameOf(kind), is })
            close()
          }}
        />
      )}
    </>
  )
}

/** What one may do here besides looking. */
function WorkActions({ mayRecord, onDo }: { mayRecord: boolean; onDo: (what: 'record' | 'bring') => void }) {
  const text = useText(workMessages)
  return (
    <>
      <Link to={PATROLS_PATH}>{text('work.patrols')}</Link>
      <Link to={SITES_PATH}>{text('work.sites')}</Link>
      <Link to="/desk/work-kinds">{text('work.kinds')}</Link>
      {mayRecord && (
        <>
          <Button size="middle" onClick={() => onDo('bring')}>
            {text('work.bring')}
          </Button>
          <Button type="primary" size="middle" aria-keyshortcuts="R" onClick={() => onDo('record')}>
            {text('work.new')} <KeyHint keys="R" on="fill" />
          </Button>
        </>
      )}
    </>
  )
}
