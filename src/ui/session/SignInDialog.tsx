import { useEffect, useRef } from 'react'
import type { SessionAccount } from '../api/session.ts'
import { gate, openGate } from '../api/sign-in-gate.ts'
import { useSession, useSessionChange } from '../api/use-session.ts'
import { useStore } from '../state/store.ts'
import { useText } from '../text/use-text.ts'
import { SignInForm } from './SignInForm.tsx'

/**
 * Stands above the page when a call comes back without a sign-in; the page under it keeps everything that was typed.
 * Who was signed in is filled in. Somebody else signing in starts afresh: their name must not end up under what another person was writing.
 */
export function SignInDialog() {
  const text = useText()
  const { open } = useStore(gate)
  const session = useSession()
  const { becomes } = useSessionChange()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
    if (open && dialog.current) focusWhatIsMissing(dialog.current)
  }, [open])

  const signedIn = (account: SessionAccount) => {
    const before = session.data?.account
    becomes(account)
    if (before && before.id !== account.id) {
      openGate('given-up')
      window.location.assign('/')
    } else openGate('signed-in')
  }
  return (
    <dialog ref={dialog} className="sign-in-dialog" aria-labelledby="sign-in-again" onCancel={() => openGate('given-up')}>
      {open && (
        <>
          <h2 id="sign-in-again">{text('signIn.again')}</h2>
          <p className="soft">{text('signIn.againWords')}</p>
          <SignInForm onSignedIn={signedIn} login={session.data?.account?.login} />
          <button type="button" className="plain-button" onClick={() => openGate('given-up')}>
            {text('signIn.giveUp')}
          </button>
        </>
      )}
    </dialog>
  )
}

/** The account is known: the cursor stands in the password. */
function focusWhatIsMissing(dialog: HTMLDialogElement): void {
  const missing = [...dialog.querySelectorAll('input')].find(({ value }) => value === '')
  missing?.focus()
}
