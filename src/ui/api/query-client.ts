import { QueryClient } from '@tanstack/react-query'

/** Retries, sign-in and loss of the network are `deliver`'s work, so the query library does none of it. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', staleTime: 5_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
