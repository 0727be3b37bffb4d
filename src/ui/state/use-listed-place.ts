import { RegionCode } from '../../kernel/region-code.ts'
import { useAccount } from '../api/use-session.ts'
import { useAsked } from './use-asked.ts'

/** The place that a list is about: the one that the address names, else the reader's own. */
export function useListedPlace() {
  const { unitCode } = useAccount()
  const { params, ask } = useAsked()
  const named = RegionCode.safeParse(params.get('place')).data
  return { place: named ?? unitCode, named, forget: () => ask({ place: undefined }) }
}
