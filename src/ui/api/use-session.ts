import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { ownPage } from './page-account.ts'
import type { ProblemError } from './problem.ts'
import type { Session, SessionAccount } from './session.ts'
import { seeSession, signOut } from './session-calls.ts'
import { gate } from './sign-in-gate.ts'

const sessionKey = ['session']

export const useSession = (): UseQueryResult<Session, ProblemError> =>
  useQuery<Session, ProblemError>({
    queryKey: sessionKey,
    queryFn: ({ client }) => lookAgain(client.getQueryData<Session>(sessionKey)?.account),
    staleTime: 60_000,
  })

/**
 * A page stays whose it was. Where the session has ended meanwhile, or is somebody else's by now, the sign-in is asked for
 * above the page: whoever comes back to a window after lunch finds what they were typing.
 */
async function lookAgain(before: SessionAccount | null | undefined): Promise<Session> {
  const seen = await seeSession()
  if (before && seen.account?.id !== before.id) {
    gate.set({ open: true })
    return { ...seen, account: before }
  }
  if (seen.account) ownPage(seen.account.id)
  return seen
}

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
      ownPage(account.id)
      client.setQueryData<Session>(sessionKey, { ...before, account, time: before?.time ?? new Date().toISOString() })
    },
    ends: async (where: 'here' | 'everywhere') => {
      await signOut(where)
      client.clear()
      window.location.assign('/sign-in')
    },
  }
}
