import { Suspense } from 'react'
import { Outlet, useLocation } from 'react-router'
import { CrashGuard } from '../../ui/parts/CrashGuard.tsx'
import { ErrorState } from '../../ui/parts/ErrorState.tsx'
import { LoadingState } from '../../ui/parts/LoadingState.tsx'
import { Mast } from './Mast.tsx'
import '../../ui/styles/plain.css'

/** Around every page of 归队: the mast with 字号 and 读给我听, large type, one column. */
export function MeFrame() {
  const { pathname } = useLocation()
  return (
    <div className="plain">
      <Mast />
      <main className="me">
        <CrashGuard place={pathname} fallback={<ErrorState problem={{ code: 'unreadable' }} />}>
          <Suspense fallback={<LoadingState />}>
            <Outlet />
          </Suspense>
        </CrashGuard>
      </main>
    </div>
  )
}
