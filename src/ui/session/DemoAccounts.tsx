import type { DemoAccount, SessionAccount } from '../api/session.ts'
import { seeSession } from '../api/session-calls.ts'
import { ErrorState } from '../parts/ErrorState.tsx'
import { Icon } from '../parts/Icon.tsx'
import { useLanguage } from '../text/language.ts'
import { demoRoleWords } from '../text/role-words.ts'
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
  const language = useLanguage()
  const { state, enter } = useSignIn(onSignedIn)
  // One-time codes live half a minute: the page may have stood open longer.
  const enterAs = async ({ login, password, code }: DemoAccount) => {
    const fresh = code === undefined ? undefined : (await seeSession()).demoAccounts?.find((account) => account.login === login)
    await enter(login, password, fresh?.code ?? code)
  }
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
        {accounts.map((account) => {
          const { role, doing } = demoRoleWords(account, language)
          return (
            <li key={account.login}>
              <button type="button" disabled={state.sending} onClick={() => void enterAs(account)}>
                <span className="grow">
                  <span className="demo-who">
                    <b>{role}</b>
                    <span className="faint">{account.placeName}</span>
                  </span>
                  <span className="soft">
                    {account.name} {doing}
                  </span>
                </span>
                <Icon name="right" />
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
