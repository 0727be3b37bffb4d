import { Navigate } from 'react-router'
import { useAccount } from '../../ui/api/use-session.ts'
import { type PageEntry, railOf } from '../../ui/page-entry.ts'
import { EmptyState } from '../../ui/parts/EmptyState.tsx'
import { useText } from '../../ui/text/use-text.ts'

/** The first room this account may enter, or a sentence when there is none. */
export function DeskHome({ pages }: { pages: readonly PageEntry[] }) {
  const text = useText()
  const account = useAccount()
  const first = railOf(pages, 'desk', account.grants)[0]
  return first ? <Navigate to={first.path} replace /> : <EmptyState title={text('home.none')} words={text('home.noneWords')} />
}
