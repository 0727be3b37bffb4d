import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'

/** Login and first password, once, to be handed over in person. */
export function HandOver({ login, password }: { login: string; password: string }) {
  const text = useText(accessMessages)
  return (
    <>
      <p className="soft">{text('access.open.handOver')}</p>
      <dl className="hand-over mono">
        <dt>{text('access.account.login')}</dt>
        <dd>{login}</dd>
        <dt>{text('access.open.password')}</dt>
        <dd>{password}</dd>
      </dl>
    </>
  )
}
