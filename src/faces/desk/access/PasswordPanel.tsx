import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAccount, useSessionChange } from '../../../ui/api/use-session.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { CallNote } from './CallNote.tsx'
import { accessMessages } from './messages.ts'
import { OwnField } from './OwnField.tsx'
import { changePassword } from './own-account-calls.ts'
import { useOwnCall } from './use-own-call.ts'

const EMPTY = { current: '', next: '', again: '' }

/** The old one, the new one twice, and what is wrong with them once it was tried. */
function usePasswordChange() {
  const text = useText(accessMessages)
  const { becomes } = useSessionChange()
  const call = useOwnCall()
  const [typed, setTyped] = useState(EMPTY)
  const [isTried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const missing = (value: string) => (isTried && value === '' ? text('access.own.missing') : undefined)
  const differ = isTried && typed.again !== '' && typed.again !== typed.next ? text('access.own.differ') : undefined
  const set = (name: keyof typeof EMPTY) => (value: string) => setTyped((before) => ({ ...before, [name]: value }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setDone(false)
    if (typed.current === '' || typed.next === '' || typed.again !== typed.next) return
    const done = await call.run(() => changePassword(typed.current, typed.next))
    if (!done) return
    setTyped(EMPTY)
    setTried(false)
    setDone(true)
    if (done.account) becomes(done.account)
  }
  return { call, typed, set, missing, differ, isDone, submit }
}

/** Changes one's own password. */
export function PasswordPanel() {
  const text = useText(accessMessages)
  const { login } = useAccount()
  const { call, typed, set, missing, differ, isDone, submit } = usePasswordChange()
  return (
    <Panel title={text('access.own.password')}>
      <form className="own-form" noValidate onSubmit={(event) => void submit(event)}>
        <input type="text" name="username" autoComplete="username" value={login ?? ''} readOnly hidden />
        <CallNote refusal={call.refusal} problem={call.problem} />
        {isDone && (
          <p className="green" role="status">
            {text('access.own.changed')}
          </p>
        )}
        <OwnField
          label={text('access.own.current')}
          name="current-password"
          autoComplete="current-password"
          value={typed.current}
          error={missing(typed.current)}
          onChange={set('current')}
        />
        <OwnField
          label={text('access.own.next')}
          name="new-password"
          autoComplete="new-password"
          hint={text('access.own.nextHint')}
          value={typed.next}
          error={missing(typed.next)}
          onChange={set('next')}
        />
        <OwnField
          label={text('access.own.again')}
          name="new-password-again"
          autoComplete="new-password"
          value={typed.again}
          error={differ ?? missing(typed.again)}
          onChange={set('again')}
        />
        <Button type="primary" size="large" htmlType="submit" loading={call.sending}>
          {text('access.own.change')}
        </Button>
      </form>
    </Panel>
  )
}
