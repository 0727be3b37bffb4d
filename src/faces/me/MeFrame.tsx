import { Suspense } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useConnection } from '../../ui/api/connection.ts'
import { CrashGuard } from '../../ui/parts/CrashGuard.tsx'
import { ErrorState } from '../../ui/parts/ErrorState.tsx'
import { LoadingState } from '../../ui/parts/LoadingState.tsx'
import { usePersonalSession } from '../../ui/personal/use-personal.ts'
import { useText } from '../../ui/text/use-text.ts'
import { AgentBand } from './AgentBand.tsx'
import { Mast } from './Mast.tsx'
import { MeGate } from './MeGate.tsx'
import { meMessages } from './messages.ts'
import '../../ui/styles/plain.css'
import './me.css'

/** Around every page of 归队: the mast, for whom one acts, whether the network is there, and the station's telephone. */
export function MeFrame() {
  const text = useText(meMessages)
  const { pathname } = useLocation()
  const { lost } = useConnection()
  const account = usePersonalSession().data?.account
  return (
    <div className="plain home">
      <Mast />
      {account && <AgentBand account={account} />}
      <p className="lost" role="status">
        {lost ? text('me.lost') : ''}
      </p>
      <main className="me" id="content">
        <CrashGuard place={pathname} fallback={<ErrorState problem={{ code: 'unreadable' }} />}>
          <Suspense fallback={<LoadingState />}>
            <MeGate>
              <Outlet />
            </MeGate>
          </Suspense>
        </CrashGuard>
      </main>
    </div>
  )
}
