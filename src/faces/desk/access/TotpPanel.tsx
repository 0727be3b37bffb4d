import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAccount, useSessionChange } from '../../../ui/api/use-session.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { CallNote } from './CallNote.tsx'
import { accessMessages } from './messages.ts'
import { OwnField } from './OwnField.tsx'
import { confirmTotp, enrolTotp } from './own-account-calls.ts'
import { TotpSecret } from './TotpSecret.tsx'
import { useOwnCall } from './use-own-call.ts'

/** Sets up an authenticator app, or replaces it: begin, scan, confirm. The recovery codes go to `onCodes`, once. */
export function TotpPanel({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const text = useText(accessMessages)
  const { hasTotp = false } = useAccount()
  const { becomes } = useSessionChange()
  const call = useOwnCall()
  const [secret, setSecret] = useState<{ secret: string; uri: string }>()
  const [code, setCode] = useState('')
  const begin = async () => {
    const begun = await call.run(() => enrolTotp(hasTotp ? code.trim() : undefined))
    if (!begun) return
    setCode('')
    setSecret(begun)
  }
  const confirm = async () => {
    const done = await call.run(() => confirmTotp(code.trim()))
    if (!done) return
    setCode('')
    setSecret(undefined)
    onCodes(done.recoveryCodes)
    if (done.account) becomes(done.account)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void (secret ? confirm() : begin())
  }
  const asks = secret !== undefined || hasTotp
  return (
    <Panel title={text('access.own.totp')}>
      <form className="own-form" noValidate onSubmit={submit}>
        <p className="soft">{text(hasTotp ? 'access.own.totpOn' : 'access.own.totpOff')}</p>
        <CallNote refusal={call.refusal} problem={call.problem} />
        {secret && <TotpSecret {...secret} />}
        {asks && (
          <OwnField
            key={secret ? 'confirm' : 'old'}
            label={text(secret ? 'access.own.code' : 'access.own.oldCode')}
            name="code"
            autoComplete="one-time-code"
            isCode
            value={code}
            onChange={setCode}
          />
        )}
        <Button type="primary" size="large" htmlType="submit" loading={call.sending} disabled={asks && code.trim() === ''}>
          {text(secret ? 'access.own.confirm' : hasTotp ? 'access.own.replace' : 'access.own.begin')}
        </Button>
      </form>
    </Panel>
  )
}
