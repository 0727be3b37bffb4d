import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useConnection } from '../api/connection.ts'
import { Icon } from '../parts/Icon.tsx'
import { useText } from '../text/use-text.ts'
import { followAccount, unlock } from './field-desk.ts'
import { linkManifest, watchUpgrades } from './install-desk.ts'
import type { ItemState } from './item-state.ts'
import { fieldMessages } from './messages.ts'
import { syncNow, watchNetwork } from './sync.ts'
import { UnlockForm } from './UnlockForm.tsx'
import { useField, useOnline } from './use-field.ts'
import './field.css'

/** Where what was recorded has got to, in words: 离线 · 已存本机 · 待送 · 已送达 · 需处理. Nothing where no village was taken along. */
export function FieldStrip({ accountId }: { accountId: string }) {
  const text = useText(fieldMessages)
  const { status, items, isSyncing, isKept } = useField()
  const isOnline = useOnline()
  const { lost } = useConnection()
  useEffect(() => void followAccount(accountId), [accountId])
  useEffect(watchNetwork, [])
  useEffect(watchUpgrades, [])
  useEffect(linkManifest, [])
  if (status === 'none') return null
  if (status === 'locked') return <LockedStrip accountId={accountId} />
  const count = (state: ItemState) => items.filter((item) => item.state === state).length
  const isAway = !isOnline || lost
  return (
    <aside className="field-strip" aria-label={text('field.strip.label')}>
      <div role="status">
        <ul>
          <li data-away={isAway || undefined}>
            <Icon name={isAway ? 'cloudOff' : 'cloud'} size={16} /> {text(isAway ? 'field.strip.offline' : 'field.strip.online')}
          </li>
          <li>{text('field.strip.saved', { count: items.length })}</li>
          <li>{text('field.strip.sealed', { count: count('sealed') })}</li>
          <li>{text('field.strip.acked', { count: count('acked') })}</li>
          <li data-hand={count('needsHand') > 0 || undefined}>{text('field.strip.needsHand', { count: count('needsHand') })}</li>
          {isSyncing && <li>{text('field.strip.sending')}</li>}
        </ul>
      </div>
      {isKept === false && <span className="field-warn">{text('field.strip.notKept')}</span>}
      <Link className="push" to="/desk/field">
        {text('field.strip.open')}
      </Link>
    </aside>
  )
}

function LockedStrip({ accountId }: { accountId: string }) {
  const text = useText(fieldMessages)
  const { lockedItems } = useField()
  const [isAsking, setAsking] = useState(false)
  const open = async (password: string) => {
    const isOpen = await unlock(accountId, password)
    if (isOpen) void syncNow()
    return isOpen
  }
  return (
    <aside className="field-strip" aria-label={text('field.strip.label')}>
      <span role="status">
        <Icon name="lock" size={16} />{' '}
        {lockedItems > 0 ? text('field.strip.locked', { count: lockedItems }) : text('field.strip.lockedNone')}
      </span>
      {isAsking ? (
        <UnlockForm onTry={open} />
      ) : (
        <button type="button" className="plain-button push" onClick={() => setAsking(true)}>
          {text('field.strip.unlock')}
        </button>
      )}
    </aside>
  )
}
