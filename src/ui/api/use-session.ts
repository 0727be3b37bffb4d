import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ProblemError } from './problem.ts'
import type { Session, SessionAccount } from './session.ts'
import { seeSession, signOut } from './session-calls.ts'

const sessionKey = ['session']

export const useSession = (): UseQueryResult<Session, ProblemError> =>
  useQuery<Session, ProblemError>({ queryKey: sessionKey, queryFn: seeSession, staleTime: 60_000 })

/** The signed-in account, on pages that are shown only with one. Throws when used elsewhere. */
export function useAccount(): SessionAccount {
  const account = useSession().data?.account
  if (!account) throw new Error('useAccount is for pages behind the sign-in')
  return account
}

/** What follows a sign-in or a sign-out: the new account is known at once, and nothing of another person stays in memory. */
export function useSessionChange() {
  const client = useQueryClient()
  return {
    becomes: (account: SessionAccount) => {
      const before = client.getQueryData<Session>(sessionKey)
      if (before?.account && before.account.id !== account.id) client.removeQueries({ queryKey: ['see'] })
      client.setQueryData<Session>(sessionKey, { ...before, account, time: before?.time ?? new Date().toISOString() })
    },
    ends: async (where: 'here' | 'everywhere') => {
      await signOut(where)
      client.clear()
      window.location.assign('/sign-in')
    },
  }
}
