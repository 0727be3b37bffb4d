import { Navigate, useLocation, useNavigate } from 'react-router'
import { usePersonalChange, usePersonalSession } from '../../../ui/personal/use-personal.ts'
import { PageHeading } from '../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { afterSignIn } from './after-sign-in.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { sessionMessages } from './messages-session.ts'
import { PhoneForm } from './PhoneForm.tsx'
import { usePhoneCode } from './use-phone-code.ts'

/** The first page of whoever is not signed in: one question, the phone number. */
export function PhonePage() {
  const text = useText(sessionMessages)
  const navigate = useNavigate()
  const { search } = useLocation()
  const session = usePersonalSession().data
  const { becomes } = usePersonalChange()
  const { state, ask } = usePhoneCode(becomes)
  if (session?.account) return <Navigate to={afterSignIn(search)} replace />
  const askAndGo = async (phone: string) => {
    if (await ask(phone)) await navigate(`/me/sign-in/code${search}`)
  }
  return (
    <div className="narrow">
      <PageHeading title={text('me.phone.title')} />
      <p className="lead">{text('me.phone.words')}</p>
      <section className="sheet">
        <PhoneForm state={state} onAsk={(phone) => void askAndGo(phone)} />
        <p className="fine">{text('me.phone.safe')}</p>
      </section>
      {session?.demoPeople && session.demoPeople.length > 0 && <DemoPeople people={session.demoPeople} />}
      <p className="aside">
        <a href="/open">{text('me.toOpen')}</a>
      </p>
    </div>
  )
}
