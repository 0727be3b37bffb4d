import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Navigate, useLocation } from 'react-router'
import { type Problem, problemOf } from '../ui/api/problem.ts'
import { waitsFor } from '../ui/api/session.ts'
import { gate } from '../ui/api/sign-in-gate.ts'
import { useSession, useSessionChange } from '../ui/api/use-session.ts'
import { ErrorState } from '../ui/parts/ErrorState.tsx'
import { LoadingState } from '../ui/parts/LoadingState.tsx'
import { useStore } from '../ui/state/store.ts'

const loadDialog = () => import('../ui/session/SignInDialog.tsx').then((module) => ({ default: module.SignInDialog }))
const SignInDialog = lazy(loadDialog)

const OfflineDoor = lazy(() => import('../ui/outbox/OfflineDoor.tsx').then((module) => ({ default: module.OfflineDoor })))

/** Nobody can be asked who is there: on the desk, a village that was taken along opens by its password. */
function Unasked({ problem, onRetry, isDesk }: { problem: Problem; onRetry: () => void; isDesk: boolean }) {
  const { becomes } = useSessionChange()
  const error = <ErrorState problem={problem} onRetry={onRetry} />
  if (!isDesk || problem.code !== 'unreachable') return error
  return (
    <Suspense fallback={<LoadingState />}>
      <OfflineDoor otherwise={error} onOpen={becomes} onRetry={onRetry} />
    </Suspense>
  )
}

/** The one page for whoever must first change a password or set up a second factor. */
const OWN_ACCOUNT = '/desk/account'

/** Lets a page through once somebody is signed in; else to the sign-in and back. `anyone` only waits for the answer. */
export function SignedIn({ anyone, children }: { anyone?: boolean; children: ReactNode }) {
  const session = useSession()
  const { pathname, search } = useLocation()
  const { open } = useStore(gate)
  useEffect(() => {
    // Fetched ahead, so that it is there when the session ends in the middle of a sentence.
    const timer = setTimeout(() => void loadDialog(), 4_000)
    return () => clearTimeout(timer)
  }, [])
  if (session.data === undefined) {
    return (
      <div className="alone">
        {session.error ? (
          <Unasked problem={problemOf(session.error)} onRetry={() => void session.refetch()} isDesk={!anyone} />
        ) : (
          <LoadingState />
        )}
      </div>
    )
  }
  if (!session.data.account && !anyone) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  if (session.data.account && waitsFor(session.data.account) && pathname !== OWN_ACCOUNT) return <Navigate to={OWN_ACCOUNT} replace />
  return (
    <>
      {children}
      {open && (
        <Suspense fallback={null}>
          <SignInDialog />
        </Suspense>
      )}
    </>
  )
}
