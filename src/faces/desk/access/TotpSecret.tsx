import { QRCode } from 'antd'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'
import { secretGroups } from './secret-groups.ts'

/** The secret three ways: a picture for the phone's camera, groups to type, a link on the phone itself. Black on white in every look: cameras ask for it. */
export function TotpSecret({ secret, uri }: { secret: string; uri: string }) {
  const text = useText(accessMessages)
  return (
    <div className="totp-secret">
      <QRCode type="svg" value={uri} size={180} color="#000000" bgColor="#ffffff" aria-label={text('access.own.scan')} />
      <div>
        <p>{text('access.own.scan')}</p>
        <p className="faint">{text('access.own.key')}</p>
        <code className="mono totp-key">{secretGroups(secret)}</code>
        <p>
          <a href={uri}>{text('access.own.link')}</a>
        </p>
      </div>
    </div>
  )
}
