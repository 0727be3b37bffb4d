import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { problemOf } from '../ui/api/problem.ts'
import { useSession } from '../ui/api/use-session.ts'
import { ErrorState } from '../ui/parts/ErrorState.tsx'
import { LoadingState } from '../ui/parts/LoadingState.tsx'
import { SignInDialog } from '../ui/session/SignInDialog.tsx'

/** Lets a page through once somebody is signed in; else to the sign-in and back. `anyone` only waits for the answer. */
export function SignedIn({ anyone, children }: { anyone?: boolean; children: ReactNode }) {
  const session = useSession()
  const { pathname, search } = useLocation()
  if (session.data === undefined) {
    return (
      <div className="alone">
        {session.error ? <ErrorState problem={problemOf(session.error)} onRetry={() => void session.refetch()} /> : <LoadingState />}
      </div>
    )
  }
  if (!session.data.account && !anyone) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  return (
    <>
      {children}
      <SignInDialog />
    </>
  )
}
