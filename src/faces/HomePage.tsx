import { Navigate } from 'react-router'
import { useSession } from '../ui/api/use-session.ts'
import { type PageEntry, railOf } from '../ui/page-entry.ts'

/** `/`: staff to the desk, veterans to 归队, everyone else to the sign-in. Whoever has a room on the desk is staff. */
export function HomePage({ pages }: { pages: readonly PageEntry[] }) {
  const account = useSession().data?.account
  if (!account) return <Navigate to="/sign-in" replace />
  const hasDesk = railOf(pages, 'desk', account.grants).length > 0
  const hasMe = railOf(pages, 'me', account.grants).some(({ rail }) => rail.grant !== undefined)
  return <Navigate to={hasMe && !hasDesk ? '/me' : '/desk'} replace />
}
