import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useFieldParts } from '../../../../../ui/field-part.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { Panel } from '../../../../../ui/layout/Panel.tsx'
import { useField, useOnline } from '../../../../../ui/outbox/use-field.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { seePack } from '../../../contract.ts'
import { fieldPageMessages } from '../messages-field.ts'
import { type TakeFault, takeAlong } from './take-along.ts'

const until = (at: string): string =>
  new Date(at).toLocaleString('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })

/** Takes the village along, and says until when it is here. */
export function TakePanel() {
  const text = useText(fieldPageMessages)
  const account = useAccount()
  const parts = useFieldParts()
  const { pack } = useField()
  const isOnline = useOnline()
  const [password, setPassword] = useState('')
  const [state, setState] = useState<{ isTaking: boolean; fault?: TakeFault | undefined }>({ isTaking: false })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password === '' || state.isTaking) return
    setState({ isTaking: true })
    const fault = await takeAlong(account, { password, parts })
    setState({ isTaking: false, fault })
    if (fault === undefined) setPassword('')
  }
  const people = (pack?.answers['field.pack'] as z.output<typeof seePack.output> | undefined)?.people.length ?? 0
  const said = pack ? text('casework.field.taken', { count: people, until: until(pack.expiresAt) }) : text('casework.field.none')
  return (
    <Panel title={text('casework.field.take')} style={{ flex: 'none' }} side={<span role="status">{said}</span>}>
      <form className="field-take" noValidate onSubmit={(event) => void submit(event)}>
        <p className="soft">{text('casework.field.takeWords')}</p>
        <input type="text" name="username" autoComplete="username" value={account.login} readOnly hidden />
        <FormField label={text('casework.field.takeLabel')} error={state.fault && text(`casework.field.fault.${state.fault}`)}>
          {(field) => (
            <input
              {...field}
              className="plain-input"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </FormField>
        <Button type={pack ? 'default' : 'primary'} size="large" htmlType="submit" loading={state.isTaking} disabled={!isOnline}>
          {text(state.isTaking ? 'casework.field.taking' : pack ? 'casework.field.again' : 'casework.field.take')}
        </Button>
      </form>
    </Panel>
  )
}
