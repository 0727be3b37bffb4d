import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Navigate, useLocation } from 'react-router'
import { problemOf } from '../../ui/api/problem.ts'
import { gate } from '../../ui/api/sign-in-gate.ts'
import { ErrorState } from '../../ui/parts/ErrorState.tsx'
import { LoadingState } from '../../ui/parts/LoadingState.tsx'
import { openFileOf, type PersonalAccount } from '../../ui/personal/personal-session.ts'
import { usePersonalSession } from '../../ui/personal/use-personal.ts'
import { useStore } from '../../ui/state/store.ts'

const loadAgain = () => import('./session/SignInAgain.tsx').then((module) => ({ default: module.SignInAgain }))
const SignInAgain = lazy(loadAgain)

/** Where somebody who has signed in and has no file open must go first. */
const doorOf = (account: PersonalAccount) => (account.files.length === 0 ? '/me/bind' : '/me/files')

/** Lets a page through once somebody is signed in and a file is open; else to the page that is wanting. */
export function MeGate({ children }: { children: ReactNode }) {
  const session = usePersonalSession()
  const { pathname, search } = useLocation()
  const { open } = useStore(gate)
  const account = session.data?.account
  useEffect(() => {
    if (!account) return
    // Fetched ahead, so that it is there when the session ends in the middle of a sentence.
    const timer = setTimeout(() => void loadAgain().catch(() => undefined), 4_000)
    return () => clearTimeout(timer)
  }, [account])
  if (session.data === undefined)
    return session.error ? (
      <ErrorState isReading problem={problemOf(session.error)} onRetry={() => void session.refetch()} />
    ) : (
      <LoadingState />
    )
  const isSigningIn = pathname.startsWith('/me/sign-in')
  if (!account && !isSigningIn)
    return <Navigate to={pathname === '/me' ? '/me/sign-in' : `/me/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  const isChoosing = pathname === '/me/bind' || pathname === '/me/files'
  if (account && !isSigningIn && !isChoosing && !openFileOf(account)) return <Navigate to={doorOf(account)} replace />
  return (
    <>
      {children}
      {open && (
        <Suspense fallback={null}>
          <SignInAgain />
        </Suspense>
      )}
    </>
  )
}
