import type { DemoAccount, SessionAccount } from '../api/session.ts'
import { ErrorState } from '../parts/ErrorState.tsx'
import { Icon } from '../parts/Icon.tsx'
import { useText } from '../text/use-text.ts'
import { useSignIn } from './use-sign-in.ts'

/** The made-up people of the demo region, said in words; one press signs in. */
export function DemoAccounts({
  accounts,
  onSignedIn,
}: {
  accounts: readonly DemoAccount[]
  onSignedIn: (account: SessionAccount) => void
}) {
  const text = useText()
  const { state, enter } = useSignIn(onSignedIn)
  return (
    <section className="demo-accounts" aria-label={text('signIn.demoTitle')}>
      <h2>
        {text('signIn.demoTitle')} <small>{text('signIn.demoNote')}</small>
      </h2>
      {state.problem && <ErrorState problem={state.problem} slim />}
      {state.refusal && (
        <p className="field-error" role="alert">
          {text(`signIn.${state.refusal.code}`, { count: state.refusal.waitSeconds ?? 60 })}
        </p>
      )}
      <ul>
        {accounts.map((account) => (
          <li key={account.login}>
            <button type="button" disabled={state.sending} onClick={() => void enter(account.login, account.password)}>
              <span className="grow">
                <span className="demo-who">
                  <b>{account.role}</b>
                  <span className="faint">{account.place}</span>
                </span>
                <span className="soft">{account.words}</span>
              </span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
