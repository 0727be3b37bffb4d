import { Suspense } from 'react'
import { Outlet, useLocation } from 'react-router'
import { CrashGuard } from '../../ui/parts/CrashGuard.tsx'
import { ErrorState } from '../../ui/parts/ErrorState.tsx'
import { LoadingState } from '../../ui/parts/LoadingState.tsx'
import { setLanguage, useLanguage } from '../../ui/text/language.ts'
import { useText } from '../../ui/text/use-text.ts'
import '../../ui/styles/plain.css'

/** Around every public page. Nobody is signed in here and nothing asks for it. */
export function OpenFrame() {
  const { pathname } = useLocation()
  const text = useText()
  const language = useLanguage()
  return (
    <div className="plain open">
      <header className="mast me">
        <a className="seal" href="/open" aria-label={text('app.name')}>
          归
        </a>
        <b>{text('open.title')}</b>
        <div className="tools">
          <button type="button" onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
            {text('menu.language')}
          </button>
        </div>
      </header>
      <main className="me">
        <CrashGuard place={pathname} fallback={<ErrorState problem={{ code: 'unreadable' }} />}>
          <Suspense fallback={<LoadingState />}>
            <Outlet />
          </Suspense>
        </CrashGuard>
      </main>
    </div>
  )
}
