import { useParams } from 'react-router'
import { useView } from '../../../../../ui/api/use-view.ts'
import { listMyKinds } from '../../../contract.ts'

/** The kind of matter that the address names. */
export function useMyKind() {
  const { code = '' } = useParams()
  return { code, query: useView(listMyKinds, { typeCode: code }, { staleTime: 60_000 }) }
}
