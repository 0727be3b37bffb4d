import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { problemOf } from '../../ui/api/problem.ts'
import type { SessionAccount } from '../../ui/api/session.ts'
import { useSession, useSessionChange } from '../../ui/api/use-session.ts'
import { ErrorState } from '../../ui/parts/ErrorState.tsx'
import { DemoAccounts } from '../../ui/session/DemoAccounts.tsx'
import { SignInForm } from '../../ui/session/SignInForm.tsx'
import { safeReturn } from '../../ui/session/safe-return.ts'
import { setLanguage, useLanguage } from '../../ui/text/language.ts'
import { useText } from '../../ui/text/use-text.ts'
import { SignOnCode } from './SignOnCode.tsx'
import { SignOnDoor } from './SignOnDoor.tsx'
import './sign-in.css'

/** The door to every face. Where there is a demo region, its people are listed in words. */
export function SignInPage() {
  const text = useText()
  const language = useLanguage()
  const session = useSession()
  const { becomes } = useSessionChange()
  const go = useNavigate()
  const [asked] = useSearchParams()
  const to = safeReturn(asked.get('to'))
  const outcome = asked.get('sso')
  const isHalfway = outcome === 'code'
  const enter = (account: SessionAccount) => {
    becomes(account)
    void go(to, { replace: true })
  }
  if (session.data?.account) return <Navigate to={to} replace />
  const accounts = session.data?.demoAccounts ?? []
  const { singleSignOn } = session.data ?? {}
  return (
    <div className="sign-in" data-demo={accounts.length > 0 || undefined}>
      <header>
        <span className="seal">归</span>
        <b>{text('app.name')}</b>
        <button type="button" className="plain-button push" onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
          {text('menu.language')}
        </button>
      </header>
      <main>
        <div className="sign-in-words">
          <h1>{text('signIn.words')}</h1>
          <p>{text('signIn.more')}</p>
        </div>
        <section className="sign-in-card" aria-label={text('signIn.title')}>
          {session.error && <ErrorState isReading problem={problemOf(session.error)} onRetry={() => void session.refetch()} slim />}
          {isHalfway && singleSignOn ? (
            <SignOnCode name={singleSignOn.name} to={to} onSignedIn={enter} />
          ) : (
            <SignInForm onSignedIn={enter} />
          )}
          {singleSignOn && <SignOnDoor name={singleSignOn.name} outcome={outcome} to={to} />}
        </section>
        {accounts.length > 0 && <DemoAccounts accounts={accounts} onSignedIn={enter} />}
      </main>
      <footer>
        <a href="/me">{text('signIn.me')}</a>
        <a href="/open">{text('signIn.open')}</a>
      </footer>
    </div>
  )
}
