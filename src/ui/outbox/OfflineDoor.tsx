import { type ReactNode, useEffect, useState } from 'react'
import type { SessionAccount } from '../api/session.ts'
import { LoadingState } from '../parts/LoadingState.tsx'
import { useText } from '../text/use-text.ts'
import { field, fieldStore, followAccount, unlock } from './field-desk.ts'
import { fieldMessages } from './messages.ts'
import { UnlockForm } from './UnlockForm.tsx'
import './field.css'

interface OfflineDoorProps {
  /** What is shown where this device has nothing to open. */
  otherwise: ReactNode
  onOpen: (account: SessionAccount) => void
  onRetry: () => void
}

/** Where the server cannot be asked who is there, the password that opens the village says it. */
export function OfflineDoor({ otherwise, onOpen, onRetry }: OfflineDoorProps) {
  const text = useText(fieldMessages)
  const [accounts, setAccounts] = useState<readonly string[]>()
  const [isExpired, setExpired] = useState(false)
  useEffect(() => {
    fieldStore()
      .then((store) => store.accounts())
      .then(setAccounts, () => setAccounts([]))
  }, [])
  if (accounts === undefined) return <LoadingState />
  if (accounts.length === 0) return otherwise
  const tryAll = async (password: string) => {
    for (const accountId of accounts) {
      await followAccount(accountId)
      if (!(await unlock(accountId, password))) continue
      const { pack } = field.get()
      if (pack) onOpen(pack.account)
      else setExpired(true)
      return true
    }
    return false
  }
  return (
    <section className="sign-in-card field-door" aria-labelledby="field-door">
      <h1 id="field-door">{text('field.door.title')}</h1>
      {isExpired ? (
        <p role="alert">{text('field.door.expired')}</p>
      ) : (
        <>
          <p className="soft">{text('field.door.words')}</p>
          <UnlockForm onTry={tryAll} />
        </>
      )}
      <button type="button" className="plain-button" onClick={onRetry}>
        {text('field.door.retry')}
      </button>
    </section>
  )
}
