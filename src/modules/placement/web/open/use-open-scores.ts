import { useQuery } from '@tanstack/react-query'
import { type OpenCohort, OpenCohorts, OpenScoreList } from '../../contract-open-scores.ts'

/** Every published list that is still shown. */
export const useOpenScores = () =>
  useQuery<OpenCohort[]>({
    queryKey: ['open', 'scores'],
    queryFn: async ({ signal }) => {
      const answer = await fetch('/api/open/scores', { signal })
      if (!answer.ok) throw new Error(`the lists of scores were answered with ${answer.status}`)
      return OpenCohorts.parse(await answer.json()).cohorts
    },
  })

/** One list; null where there is none, or none any more. */
export const useOpenScoreList = (cohortId: string) =>
  useQuery<OpenScoreList | null>({
    queryKey: ['open', 'scores', cohortId],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/api/open/scores/${encodeURIComponent(cohortId)}`, { signal })
      if (answer.status === 404) return null
      if (!answer.ok) throw new Error(`the list of scores was answered with ${answer.status}`)
      return OpenScoreList.parse(await answer.json())
    },
  })
