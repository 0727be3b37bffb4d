import { Button } from 'antd'
import { useState } from 'react'
import type { RegionCode, UnitCode } from '../../../kernel/region-code.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { useListedPlace } from '../../../ui/state/use-listed-place.ts'
import { OnlyAt } from '../../network/web/index.tsx'
import { MOST_VISITS, seePatrolDesk } from '../contract.ts'
import { FacilityTable } from './FacilityTable.tsx'
import { PatrolDrawer } from './PatrolDrawer.tsx'
import { RepairTable } from './RepairTable.tsx'
import { useMemorialWords } from './use-memorial-words.ts'
import './memorial.css'

const MOST = 500

/** The memorial facilities of a place: which wait for this month's patrol, and what is not mended yet. */
export function MemorialsPage() {
  const { text } = useMemorialWords()
  const unitCode = useAccount().unitCode as UnitCode
  const { place } = useListedPlace()
  const query = useView(
    seePatrolDesk,
    { place: place.slice(0, 12) as RegionCode },
    { live: ['patrol.visit', 'defect.open', 'work.memorialSite'] },
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isWalking, setWalking] = useState(false)
  const facilities = query.data?.facilities ?? []
  const due = facilities.filter(({ isDue }) => isDue)
  // Nothing ticked means the whole round of the month, where one walk can hold it.
  const walked = chosen.size > 0 ? facilities.filter(({ id }) => chosen.has(id)) : due.length <= MOST_VISITS ? due : []
  const choose = (id: string, isChosen: boolean) => setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  const close = () => {
    setWalking(false)
    setChosen(new Set())
  }
  const label = () => {
    if (walked.length > MOST_VISITS) return text('memorial.tooMany', { most: MOST_VISITS })
    if (walked.length === 0) return text('memorial.patrol')
    return text(chosen.size > 0 ? 'memorial.patrolMany' : 'memorial.patrolDue', { count: walked.length })
  }
  return (
    <>
      <PageHead
        title={text('memorial.title')}
        note={text('memorial.note')}
        actions={
          query.data?.can.write && (
            <Button
              type="primary"
              size="middle"
              disabled={walked.length === 0 || walked.length > MOST_VISITS}
              onClick={() => setWalking(true)}
            >
              {label()}
            </Button>
          )
        }
      />
      <OnlyAt />
      <ViewState query={query}>
        {({ repairs, counts, can }) => (
          <>
            <p className="memorial-sums">{text('memorial.sums', counts)}</p>
            <Panel title={text('memorial.facilities')} count={text('memorial.count', { count: counts.facilities })}>
              {facilities.length === 0 ? (
                <EmptyState
                  title={text('memorial.none')}
                  words={text('memorial.noneWords')}
                  action={<Button href="/desk/work">{text('memorial.register')}</Button>}
                />
              ) : (
                <FacilityTable facilities={facilities} chosen={can.write ? chosen : undefined} onChoose={choose} />
              )}
              {facilities.length === MOST && <p className="memorial-foot faint">{text('memorial.cut')}</p>}
            </Panel>
            <Panel title={text('memorial.repairs')} count={text('memorial.count', { count: counts.openRepairs })}>
              {repairs.length === 0 ? (
                <EmptyState title={text('memorial.repairsNone')} />
              ) : (
                <RepairTable repairs={repairs} mayWrite={can.write} />
              )}
              {repairs.length === MOST && <p className="memorial-foot faint">{text('memorial.cut')}</p>}
            </Panel>
          </>
        )}
      </ViewState>
      {isWalking && <PatrolDrawer facilities={walked} unitCode={unitCode} onClose={close} />}
    </>
  )
}
