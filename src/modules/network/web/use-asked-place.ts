import { RegionCode } from '../../../kernel/region-code.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { useView } from '../../../ui/api/use-view.ts'
import type { RegionHit } from '../../../ui/fields/use-region-search.ts'
import { useAsked } from '../../../ui/state/use-asked.ts'
import * as contract from '../contract.ts'

export interface AskedPlace {
  place: RegionCode
  /** With its path, once it is known. */
  hit: RegionHit | undefined
  name: string
  asked: URLSearchParams
  /** Sets or, with undefined, clears something in the address. */
  ask: (change: Readonly<Record<string, string | undefined>>) => void
}

/** The place a list is about, kept in the address; one's own when none is named. */
export function useAskedPlace(): AskedPlace {
  const account = useAccount()
  const { params: asked, ask } = useAsked()
  const named = RegionCode.safeParse(asked.get('place'))
  const place = named.success ? named.data : (account.unitCode.slice(0, 12) as RegionCode)
  const way = useView(contract.path, { code: place }, { staleTime: 600_000 })
  const rows = way.data?.rows ?? []
  const name = rows.at(-1)?.name ?? ''
  const hit = name === '' ? undefined : { code: place, name, path: rows.slice(0, -1).map((row) => row.name) }
  return { place, hit, name, asked, ask }
}
