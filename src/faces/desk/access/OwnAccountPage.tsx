import { useState } from 'react'
import { Link } from 'react-router'
import { type SessionAccount, waitsFor } from '../../../ui/api/session.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { PageHead } from '../../../ui/layout/Panel.tsx'
import { type Language, useLanguage } from '../../../ui/text/language.ts'
import { roleWords } from '../../../ui/text/role-words.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'
import { PasswordPanel } from './PasswordPanel.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SignOnPanel } from './SignOnPanel.tsx'
import { SignOutPanel } from './SignOutPanel.tsx'
import { TotpPanel } from './TotpPanel.tsx'
import './access.css'

/** Everybody's own account. After a first sign-in what must be done stands alone, in its order, until it is done. */
export function OwnAccountPage() {
  const text = useText(accessMessages)
  const language = useLanguage()
  const account = useAccount()
  const [wasHeld] = useState(() => waitsFor(account) !== undefined)
  const [codes, setCodes] = useState<readonly string[]>([])
  const waits = waitsFor(account)
  const isPasswordFirst = waits === 'both' || waits === 'password'
  const isFinished = wasHeld && waits === undefined && codes.length === 0
  return (
    <div className="own-account">
      <PageHead
        title={text(waits === undefined ? (isFinished ? 'access.own.done' : 'access.own.title') : `access.own.first.${waits}`)}
        actions={isFinished && <Link to="/">{text('access.own.toWork')}</Link>}
      />
      <p className="soft own-who">{whoWords(account, language)}</p>
      {codes.length > 0 && <RecoveryCodes codes={codes} onKept={() => setCodes([])} />}
      {(waits === undefined || isPasswordFirst) && codes.length === 0 && <PasswordPanel />}
      {(waits === undefined || waits === 'totp') && codes.length === 0 && <TotpPanel onCodes={setCodes} />}
      {waits === undefined && codes.length === 0 && <SignOnPanel />}
      {codes.length === 0 && <SignOutPanel />}
    </div>
  )
}

const whoWords = (account: SessionAccount, language: Language): string =>
  [account.name, account.login, account.unitName, roleWords(account, language)].filter(Boolean).join(' · ')
