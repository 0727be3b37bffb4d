import { useEffect, useRef } from 'react'
import { gate, openGate } from '../../../ui/api/sign-in-gate.ts'
import type { PersonalSession } from '../../../ui/personal/personal-session.ts'
import { usePersonalChange, usePersonalSession } from '../../../ui/personal/use-personal.ts'
import { useStore } from '../../../ui/state/store.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { meMessages } from '../messages.ts'
import { CodeForm } from './CodeForm.tsx'
import { PhoneForm } from './PhoneForm.tsx'
import { usePhoneCode, useSent } from './use-phone-code.ts'

/**
 * Stands above the page when a call comes back without a sign-in; what was typed below stays. Another phone's owner starts
 * afresh: their name must not end up under what somebody else was writing.
 */
export function SignInAgain() {
  const text = useText(meMessages)
  const { open } = useStore(gate)
  const session = usePersonalSession()
  const { becomes } = usePersonalChange()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  const signedIn = (next: PersonalSession) => {
    const before = session.data?.account?.personId
    becomes(next)
    if (before !== undefined && before !== next.account?.personId) {
      openGate('given-up')
      window.location.assign('/me')
    } else openGate('signed-in')
  }
  return (
    <dialog ref={dialog} className="me-again" aria-labelledby="sign-in-again" onCancel={() => openGate('given-up')}>
      {open && (
        <>
          <h2 id="sign-in-again">{text('me.again')}</h2>
          <p>{text('me.againWords')}</p>
          <TwoForms onSignedIn={signedIn} />
          <button type="button" className="ghost" onClick={() => openGate('given-up')}>
            {text('me.giveUp')}
          </button>
        </>
      )}
    </dialog>
  )
}

function TwoForms({ onSignedIn }: { onSignedIn: (session: PersonalSession) => void }) {
  const sent = useSent()
  const { state, ask, enter } = usePhoneCode(onSignedIn)
  if (!sent) return <PhoneForm state={state} onAsk={(phone) => void ask(phone)} />
  return <CodeForm sent={sent} state={state} onEnter={(code) => void enter(sent.phone, code)} onAgain={() => void ask(sent.phone)} />
}
