import { Button } from 'antd'
import { useState } from 'react'
import { dayInChina } from '../../../../kernel/china-time.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Doors, listDoors } from '../../contract.ts'
import { SectionHead } from '../file/SectionHead.tsx'
import { registryMessages } from '../messages.ts'
import { AgentLine } from './AgentLine.tsx'
import { AuthorityDrawer } from './AuthorityDrawer.tsx'
import { EndAuthorityDrawer } from './EndAuthorityDrawer.tsx'
import { GiveCode } from './GiveCode.tsx'
import { ShutDoorsDrawer } from './ShutDoorsDrawer.tsx'

type Opened = { what: 'register' } | { what: 'shut' } | { what: 'end'; authorityId: string }

/** Which telephones open this file on /me, and who may act for the person. */
export function DoorsOfPerson({ personId }: { personId: string }) {
  const text = useText(registryMessages)
  const [opened, setOpened] = useState<Opened>()
  const doors = useView(listDoors, { personId })
  const close = () => setOpened(undefined)
  return (
    <>
      <p className="note">{text('registry.doors.words')}</p>
      <ViewState query={doors}>
        {(seen) => (
          <>
            <OwnDoor personId={personId} doors={seen} onShut={() => setOpened({ what: 'shut' })} />
            <SectionHead
              title={text('registry.doors.agents')}
              label={text('registry.doors.addAgent')}
              words={text('registry.doors.addAgent')}
              onAct={seen.can.letIn ? () => setOpened({ what: 'register' }) : undefined}
            />
            {seen.authorities.length === 0 && <p className="pad faint">{text('registry.doors.noAgents')}</p>}
            {seen.authorities.map((authority) => (
              <AgentLine
                key={authority.id}
                personId={personId}
                authority={authority}
                isBound={seen.bound.some(({ authorityId }) => authorityId === authority.id)}
                mayLetIn={seen.can.letIn}
                onEnd={() => setOpened({ what: 'end', authorityId: authority.id })}
              />
            ))}
          </>
        )}
      </ViewState>
      {opened?.what === 'register' && <AuthorityDrawer personId={personId} onClose={close} />}
      {opened?.what === 'shut' && <ShutDoorsDrawer personId={personId} onClose={close} />}
      {opened?.what === 'end' && <EndAuthorityDrawer authorityId={opened.authorityId} onClose={close} />}
    </>
  )
}

/** The person's own telephone: bound or not, the code, and the way to unbind. */
function OwnDoor({ personId, doors, onShut }: { personId: string; doors: Doors; onShut: () => void }) {
  const text = useText(registryMessages)
  const own = doors.bound.find(({ as }) => as === 'self')
  const state = own
    ? text('registry.doors.bound', { on: dayInChina(own.at) })
    : doors.codeEndsOn === null
      ? text('registry.doors.notBound')
      : text('registry.doors.waiting', { on: doors.codeEndsOn })
  return (
    <>
      <SectionHead title={text('registry.doors.own')} label={text('registry.doors.own')} onAct={undefined} />
      <p className="pad">{state}</p>
      {doors.can.letIn && (
        <div className="row pad">
          <GiveCode personId={personId} isAgain={own !== undefined || doors.codeEndsOn !== null} />
          {doors.bound.length > 0 && (
            <Button className="push" danger onClick={onShut}>
              {text('registry.doors.shut')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
