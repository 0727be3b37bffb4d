import { Link } from 'react-router'
import { useSession } from '../../ui/api/use-session.ts'
import { type PageEntry, railOf } from '../../ui/page-entry.ts'
import { useText } from '../../ui/text/use-text.ts'
import { Doors } from '../Doors.tsx'

/** The landing page of a veteran: a greeting and the doors that are open. */
export function MeHome({ pages }: { pages: readonly PageEntry[] }) {
  const text = useText()
  const account = useSession().data?.account
  const doors = railOf(pages, 'me', account?.grants ?? [])
  return (
    <>
      <h1>{account ? text('me.hello', { name: account.name }) : text('me.words')}</h1>
      {!account && (
        <Link className="solid" to="/sign-in?to=/me">
          {text('me.signIn')}
        </Link>
      )}
      <Doors doors={doors} none={text('me.none')} noneWords={text('me.noneWords')} />
      <p className="aside">
        <a href="/open">{text('me.toOpen')}</a>
      </p>
    </>
  )
}
