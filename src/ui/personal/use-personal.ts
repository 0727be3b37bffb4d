import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ProblemError } from '../api/problem.ts'
import { dropSealed } from '../state/sealed.ts'
import { seePersonalSession, signOutHere } from './personal-calls.ts'
import { type BoundFile, openFileOf, type PersonalSession } from './personal-session.ts'

const personalKey = ['personal']

const personalSession = { queryKey: personalKey, queryFn: seePersonalSession, staleTime: 60_000 }

export const usePersonalSession = (): UseQueryResult<PersonalSession, ProblemError> =>
  useQuery<PersonalSession, ProblemError>(personalSession)

/** Asks who has signed in before anything that shows it is there. */
export const askPersonalSession = (client: QueryClient): Promise<void> => client.prefetchQuery(personalSession)

/** The file that is open, on pages that are shown only with one. Throws when used elsewhere. */
export function useOpenFile(): BoundFile {
  const account = usePersonalSession().data?.account
  const file = account ? openFileOf(account) : undefined
  if (!file) throw new Error('useOpenFile is for pages behind the sign-in of /me')
  return file
}

/** What follows a sign-in, another file, a sign-out: nothing of one person stays in memory for the next. */
export function usePersonalChange() {
  const client = useQueryClient()
  return {
    becomes: (session: PersonalSession) => {
      const before = client.getQueryData<PersonalSession>(personalKey)
      if (before?.account?.personId !== session.account?.personId) client.removeQueries({ queryKey: ['see'] })
      client.setQueryData<PersonalSession>(personalKey, { ...(before?.demoPeople ? { demoPeople: before.demoPeople } : {}), ...session })
    },
    ends: async () => {
      await signOutHere()
      dropSealed()
      client.clear()
      window.location.assign('/me')
    },
  }
}
