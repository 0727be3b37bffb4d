import { useSearchParams } from 'react-router'
import { RegionCode } from '../../../kernel/region-code.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { FOCUSES, type Focus } from './focus.ts'
import { PERIOD_KINDS, type PeriodKind } from './period.ts'

const oneOf = <V extends string>(allowed: readonly V[], value: string | null, first: V): V => allowed.find((one) => one === value) ?? first

/** Where one stands on the dashboard. All of it is in the address: it can be sent, kept and gone back from. */
export interface DashboardPlace {
  place: RegionCode
  kind: PeriodKind
  focus: Focus
  chosen: string | undefined
  as: 'map' | 'table'
  /** Changes some of it; another place leaves no tile chosen. */
  go: (change: Partial<Record<'place' | 'period' | 'focus' | 'chosen' | 'as', string | undefined>>) => void
}

export function useDashboardPlace(): DashboardPlace {
  const account = useAccount()
  const [asked, setAsked] = useSearchParams()
  const own = account.unitCode.slice(0, 12) as RegionCode
  const place = RegionCode.safeParse(asked.get('place'))
  const go: DashboardPlace['go'] = (change) => {
    const next = new URLSearchParams(asked)
    if ('place' in change) next.delete('chosen')
    for (const [key, value] of Object.entries(change)) {
      if (value === undefined) next.delete(key)
      else next.set(key, value)
    }
    // A new place is a step one can go back from; a switch on the page is not.
    setAsked(next, { replace: !('place' in change) })
  }
  return {
    place: place.success ? place.data : own,
    kind: oneOf(PERIOD_KINDS, asked.get('period'), 'quarter'),
    focus: oneOf(FOCUSES, asked.get('focus'), 'visitedShare'),
    chosen: asked.get('chosen') ?? undefined,
    as: oneOf(['map', 'table'], asked.get('as'), 'map'),
    go,
  }
}
