import { Suspense } from 'react'
import { Outlet } from 'react-router'
import { LoadingState } from '../../ui/parts/LoadingState.tsx'
import { Mast } from './Mast.tsx'
import '../../ui/styles/plain.css'

/** Around every page of 归队: the mast with 字号 and 读给我听, large type, one column. */
export function MeFrame() {
  return (
    <div className="plain">
      <Mast />
      <main className="me">
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
