import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { UnitCode } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../ui/layout/Panel.tsx'
import { Alarm } from '../../../ui/parts/Alarm.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { KeyValue } from '../../../ui/parts/KeyValue.tsx'
import { Tag } from '../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import * as contract from '../contract.ts'
import { CoursesOfUnit } from './accreditation/CoursesOfUnit.tsx'
import { OrphansAlarm } from './hand-over/OrphansAlarm.tsx'
import { networkMessages } from './messages.ts'
import { StaffList } from './StaffList.tsx'
import { AppointButton, UnitActs } from './UnitActs.tsx'
import { UnitStepDrawer } from './UnitStepDrawer.tsx'
import { unitFacts } from './unit-facts.tsx'
import type { UnitStep } from './unit-step.ts'
import { type CodeNames, useCodeNames } from './use-code-names.ts'
import './network.css'

type Seen = z.infer<typeof contract.unit.output>

/** One service unit: what it is, where it lies, who works there, what shares its place. */
export function UnitPage() {
  const unitCode = UnitCode.safeParse(useParams()['unitCode'])
  return unitCode.success ? <Unit unitCode={unitCode.data} /> : <ErrorState problem={{ code: 'not-found' }} />
}

function Unit({ unitCode }: { unitCode: UnitCode }) {
  const query = useView(contract.unit, { unitCode }, { live: ['unit.open', 'staff.post'] })
  const names = useCodeNames()
  const [step, setStep] = useState<UnitStep>()
  return (
    <ViewState query={query}>
      {(seen) => (
        <>
          <Content seen={seen} names={names} onStep={setStep} />
          {step && <UnitStepDrawer step={step} seen={seen} onClose={() => setStep(undefined)} />}
        </>
      )}
    </ViewState>
  )
}

function Content({ seen, names, onStep }: { seen: Seen; names: CodeNames; onStep: (step: UnitStep) => void }) {
  const { unit, path, became, staff, neighbours, can } = seen
  const text = useText(networkMessages)
  const place = unit.unitCode.slice(0, 12)
  const title =
    unit.status === 'open'
      ? text('network.unit.answer.open', { name: unit.name, staff: staff.length })
      : text('network.unit.answer.other', { name: unit.name, status: text(`network.status.${unit.status}`) })
  return (
    <>
      <PageHead
        crumb={path.map(({ name }) => name).join(' › ')}
        title={title}
        actions={
          <>
            <Link to={`/desk/network?place=${place}`}>{text('network.unit.figures')}</Link>
            <Link to={`/desk/network/units?place=${place}`}>{text('network.toUnits')}</Link>
          </>
        }
      />
      {became && <DivisionEnded on={path.at(-1)?.validTo ?? ''} became={became} />}
      {can.change && <OrphansAlarm place={unit.unitCode} />}
      <div className="unit-page">
        <div className="unit-side">
          <Panel title={text('network.unit.about')} foot={<UnitActs can={can} onStep={onStep} />}>
            <KeyValue rows={unitFacts(text, unit)} />
          </Panel>
          {unit.amenities.length > 0 && (
            <Panel title={text('network.unit.amenities')}>
              <p className="pad tags">
                {unit.amenities.map((code) => (
                  <Tag key={code}>{names('amenity', code)}</Tag>
                ))}
              </p>
            </Panel>
          )}
          <CoursesOfUnit unit={unit} />
          {neighbours.length > 0 && (
            <Panel title={text('network.unit.neighbours')}>
              <ul className="pad">
                {neighbours.map((other) => (
                  <li key={other.unitCode}>
                    <Link to={`/desk/network/units/${other.unitCode}`}>{other.name}</Link>{' '}
                    <span className="faint">{text(`network.kind.${other.kind}`)}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
        <Panel
          title={text('network.unit.staff')}
          count={text('network.unit.staffCount', { count: staff.length })}
          foot={can.change && <AppointButton isOver={can.become.length === 0} onStep={onStep} />}
        >
          {staff.length === 0 ? (
            <EmptyState title={text('network.unit.noStaff')} words={text('network.unit.noStaffWords')} />
          ) : (
            <StaffList staff={staff} names={names} onEnd={can.change ? (post) => onStep({ kind: 'end', post }) : undefined} />
          )}
        </Panel>
      </div>
    </>
  )
}

/** The division under the unit is no more: what it has become, and what is left to do. */
function DivisionEnded({ on, became }: { on: string; became: NonNullable<Seen['became']> }) {
  const text = useText(networkMessages)
  const places = became.map(({ name, parentName = '' }) => parentName + name).join('、')
  return (
    <Alarm title={places === '' ? text('network.unit.abolished', { on }) : text('network.unit.became', { on, places })}>
      <p>{text('network.unit.becameWords')}</p>
    </Alarm>
  )
}
