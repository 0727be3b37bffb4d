import { useQuery } from '@tanstack/react-query'
import { type OpenRound, OpenRounds } from '../../contract-board.ts'

/** Every round whose commitment has been published. Asked again each half minute: who waits for a round sees it come. */
export const useOpenRounds = () =>
  useQuery<OpenRound[]>({
    queryKey: ['open', 'rounds'],
    queryFn: async ({ signal }) => {
      const answer = await fetch('/api/open/rounds', { signal })
      if (!answer.ok) throw new Error(`the list of rounds was answered with ${answer.status}`)
      return OpenRounds.parse(await answer.json()).rounds
    },
    refetchInterval: 30_000,
  })
