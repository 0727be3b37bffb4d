import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { minuteInChina } from '../../../kernel/china-time.ts'
import { SignOnOutcome } from '../../../platform/access/session-contract.ts'
import { useAccount, useSession, useSessionChange } from '../../../ui/api/use-session.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { Alarm } from '../../../ui/parts/Alarm.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { CallNote } from './CallNote.tsx'
import { type AccessText, accessMessages } from './messages.ts'
import { OwnField } from './OwnField.tsx'
import { beginBinding, seeSignOn, unbindSignOn } from './own-account-calls.ts'
import { useOwnCall } from './use-own-call.ts'

/** Binds single sign-on to one's own account, or unbinds it; nothing where there is no provider. */
export function SignOnPanel() {
  const { singleSignOn } = useSession().data ?? {}
  return singleSignOn ? <Bound name={singleSignOn.name} /> : null
}

/** Undefined until the server has said whether it is bound. */
function useOwnSignOn() {
  const { becomes } = useSessionChange()
  const call = useOwnCall()
  const [boundAt, setBoundAt] = useState<string | null>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useEffect(() => {
    void call.run(seeSignOn).then((seen) => seen && setBoundAt(seen.boundAt))
  }, [])
  const bind = async (password: string) => {
    const begun = await call.run(() => beginBinding(password))
    if (begun) window.location.assign(begun.url)
  }
  const unbind = async (): Promise<boolean> => {
    const done = await call.run(unbindSignOn)
    if (!done) return false
    setBoundAt(null)
    if (done.account) becomes(done.account)
    return true
  }
  return { call, boundAt, bind, unbind }
}

function Bound({ name }: { name: string }) {
  const text = useText(accessMessages)
  const { login } = useAccount()
  const { call, boundAt, bind, unbind } = useOwnSignOn()
  const [outcome, setOutcome] = useOutcome()
  const [password, setPassword] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setOutcome(undefined)
    if (!boundAt) await bind(password)
    else if (await unbind()) setOutcome('unbound')
  }
  return (
    <Panel title={name}>
      <form className="own-form" noValidate onSubmit={(event) => void submit(event)}>
        {outcome && <Outcome outcome={outcome} name={name} text={text} />}
        <CallNote refusal={call.refusal} problem={call.problem} />
        {boundAt && <p className="soft">{text('access.own.signOnSince', { at: minuteInChina(boundAt), name })}</p>}
        {boundAt === null && (
          <>
            <p className="soft">{text('access.own.signOnNone', { name })}</p>
            <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
            <OwnField
              label={text('access.own.current')}
              name="password-to-bind"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
            />
          </>
        )}
        {boundAt !== undefined && (
          <Button size="large" htmlType="submit" loading={call.sending} disabled={boundAt === null && password === ''}>
            {text(boundAt === null ? 'access.own.bind' : 'access.own.unbind', { name })}
          </Button>
        )}
      </form>
    </Panel>
  )
}

const BACK = SignOnOutcome.extract(['bound', 'stale', 'declined', 'failed', 'unavailable', 'already-bound', 'sign-on-taken'])
type Said = (typeof BACK.options)[number] | 'unbound'

/** What became of it, for who has just come back: said once, and no longer in the address when the page is loaded again. */
function useOutcome() {
  const [asked, setAsked] = useSearchParams()
  const [outcome, setOutcome] = useState<Said | undefined>(() => BACK.safeParse(asked.get('sso')).data)
  useEffect(() => {
    if (asked.has('sso')) setAsked({}, { replace: true })
  }, [asked, setAsked])
  return [outcome, setOutcome] as const
}

function Outcome({ outcome, name, text }: { outcome: Said; name: string; text: AccessText }) {
  const said = text(`access.own.sso.${outcome}`, { name })
  if (outcome !== 'bound' && outcome !== 'unbound') return <Alarm title={said} />
  return (
    <p className="green" role="status">
      {said}
    </p>
  )
}
