import { useMutation, useQuery } from '@tanstack/react-query'
import { Followed, type OpenFund, OpenFunds } from '../../contract-open.ts'

/** Funds that raise from the public, with what they have published. */
export const useOpenFunds = () =>
  useQuery<OpenFund[]>({
    queryKey: ['open', 'funds'],
    queryFn: async ({ signal }) => {
      const answer = await fetch('/api/open/funds', { signal })
      if (!answer.ok) throw new Error(`the funds were answered with ${answer.status}`)
      return OpenFunds.parse(await answer.json()).funds
    },
  })

/** Where a gift went; null where number and code do not belong together. */
export const useFollowGift = () =>
  useMutation<Followed | null, Error, { number: string; code: string }>({
    mutationFn: async (ticket) => {
      const answer = await fetch('/api/open/gift', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(ticket),
      })
      if (answer.status === 404) return null
      if (!answer.ok) throw new Error(`the gift was answered with ${answer.status}`)
      return Followed.parse(await answer.json())
    },
  })
