import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { UnitCode } from '../../../kernel/region-code.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { WideTable } from '../../../ui/table/WideTable.tsx'
import { names } from '../../network/contract.ts'
import { recordPath } from '../../worklog/web/index.tsx'
import { type Patrol, seeFacility } from '../contract.ts'
import { PatrolDrawer } from './PatrolDrawer.tsx'
import { MEMORIALS_PATH } from './paths.ts'
import { TakeBackDrawer } from './RepairDrawers.tsx'
import { RepairTable } from './RepairTable.tsx'
import { useMemorialWords } from './use-memorial-words.ts'
import './memorial.css'

/** One facility: its rounds, and every defect found there. */
export function FacilityPage() {
  const { text, level } = useMemorialWords()
  const { facilityId = '' } = useParams()
  const unitCode = useAccount().unitCode as UnitCode
  const query = useView(seeFacility, { facilityId }, { live: ['patrol.visit', 'defect.open'] })
  const [isWalking, setWalking] = useState(false)
  return (
    <ViewState query={query}>
      {({ facility, patrols, repairs, can }) => (
        <>
          <PageHead
            crumb={<Link to={MEMORIALS_PATH}>{text('memorial.crumb')}</Link>}
            title={facility.name}
            note={[level(facility.level), facility.keeper, ...(facility.stands ? [] : [text('memorial.isGone')])].join(' · ')}
            actions={
              <>
                <Link to={recordPath(facility.recordId)}>{text('memorial.record')}</Link>
                {can.write && facility.stands && (
                  <Button type="primary" size="middle" onClick={() => setWalking(true)}>
                    {text('memorial.patrol')}
                  </Button>
                )}
              </>
            }
          />
          <Panel title={text('memorial.patrols')} count={text('memorial.count', { count: patrols.length })}>
            {patrols.length === 0 ? (
              <EmptyState title={text('memorial.patrolsNone')} />
            ) : (
              <Patrols patrols={patrols} mayWrite={can.write} />
            )}
          </Panel>
          <Panel title={text('memorial.allRepairs')} count={text('memorial.count', { count: repairs.length })}>
            {repairs.length === 0 ? (
              <EmptyState title={text('memorial.repairsEver')} />
            ) : (
              <RepairTable repairs={repairs} mayWrite={can.write} />
            )}
          </Panel>
          {isWalking && <PatrolDrawer facilities={[facility]} unitCode={unitCode} onClose={() => setWalking(false)} />}
        </>
      )}
    </ViewState>
  )
}

const TITLES = ['on', 'by', 'defects', 'next'] as const

function Patrols({ patrols, mayWrite }: { patrols: readonly Patrol[]; mayWrite: boolean }) {
  const { text } = useMemorialWords()
  const [taking, setTaking] = useState<Patrol>()
  const codes = [...new Set(patrols.map(({ unitCode }) => unitCode.slice(0, 12)))].toSorted()
  const { data } = useView(names, { codes: codes as never[] }, { keepPrevious: true, staleTime: 3_600_000 })
  const nameOf = (code: string): string => data?.rows.find((one) => one.code === code.slice(0, 12))?.name ?? code
  return (
    <>
      <WideTable label={text('memorial.patrols')} titles={TITLES.map((title) => text(`memorial.${title}`))} numbers={[2]}>
        {patrols.map((patrol) => (
          <tr key={patrol.id}>
            <th scope="row">{patrol.on}</th>
            <td>{nameOf(patrol.unitCode)}</td>
            <td className="number">{patrol.defects}</td>
            <td>
              {patrol.takenBackFor !== null && <span className="faint">{text('memorial.takenBack', { reason: patrol.takenBackFor })}</span>}
              {patrol.takenBackFor === null && mayWrite && (
                <Button type="text" onClick={() => setTaking(patrol)}>
                  {text('memorial.takeBack')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </WideTable>
      {taking && <TakeBackDrawer patrol={taking} onClose={() => setTaking(undefined)} />}
    </>
  )
}
