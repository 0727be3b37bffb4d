import { useState } from 'react'
import { Link, Navigate, useLocation } from 'react-router'
import { usePersonalChange, usePersonalSession } from '../../../ui/personal/use-personal.ts'
import { PageHeading } from '../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { afterSignIn } from './after-sign-in.ts'
import { CodeForm } from './CodeForm.tsx'
import { sessionMessages } from './messages-session.ts'
import { usePhoneCode, useSent } from './use-phone-code.ts'

/** The second page of signing in. Loaded anew it has forgotten the number and asks for it again. */
export function CodePage() {
  const text = useText(sessionMessages)
  const sent = useSent()
  const { search } = useLocation()
  const session = usePersonalSession().data
  const { becomes } = usePersonalChange()
  const { state, ask, enter } = usePhoneCode(becomes)
  const [isAgain, setAgain] = useState(false)
  if (session?.account) return <Navigate to={afterSignIn(search)} replace />
  if (!sent) return <Navigate to={`/me/sign-in${search}`} replace />
  const again = async () => setAgain((await ask(sent.phone)) !== undefined)
  return (
    <div className="narrow">
      <PageHeading title={text('me.code.title')} />
      <section className="sheet">
        <CodeForm sent={sent} state={state} onEnter={(code) => void enter(sent.phone, code)} onAgain={() => void again()} />
        <p className="fine" role="status">
          {isAgain ? text('me.code.sentAgain') : ''}
        </p>
        <p className="aside">
          <Link to={`/me/sign-in${search}`}>{text('me.code.other')}</Link>
        </p>
      </section>
    </div>
  )
}
