import { useParams } from 'react-router'
import { useView } from '../../../../../ui/api/use-view.ts'
import { getMyMatter } from '../../../contract.ts'

/** The own matter that the address names. */
export function useMyMatter() {
  const { matterId = '' } = useParams()
  return useView(getMyMatter, { matterId })
}
