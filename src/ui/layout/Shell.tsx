import { type ReactNode, useId } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import type { SessionAccount } from '../api/session.ts'
import { beginsGroup, liesBehind, type PageEntry, type RailEntry } from '../page-entry.ts'
import { CrashGuard } from '../parts/CrashGuard.tsx'
import { ErrorState } from '../parts/ErrorState.tsx'
import { Icon } from '../parts/Icon.tsx'
import { useLanguage } from '../text/language.ts'
import { useText } from '../text/use-text.ts'
import { ConnectionStrip } from './ConnectionStrip.tsx'
import { Place } from './Place.tsx'
import { UserMenu } from './UserMenu.tsx'

export interface ShellProps {
  account: SessionAccount
  rail: readonly (PageEntry & { rail: RailEntry })[]
  /** The one search box. It stands at the same place on every page of the desk. */
  search?: ReactNode
  /** Small things before the account, such as the bell. */
  tools?: ReactNode
  helpPath?: string | undefined
  children: ReactNode
}

/** The frame of the desk: rail at the left (a bar at the foot of a phone), place, search, connection, account. */
export function Shell({ account, rail, search, tools, helpPath, children }: ShellProps) {
  const text = useText()
  const main = useId()
  const { pathname } = useLocation()
  return (
    <div className="shell">
      <a className="skip" href={`#${main}`}>
        {text('bar.toContent')}
      </a>
      <Rail rail={rail} helpPath={helpPath} />
      <header className="bar">
        <Place path={account.path} />
        <div className="find">{search}</div>
        <ConnectionStrip />
        {tools}
        <UserMenu account={account} />
      </header>
      <main className="main" id={main} tabIndex={-1}>
        <CrashGuard place={pathname} fallback={<ErrorState problem={{ code: 'unreadable' }} />}>
          {children}
        </CrashGuard>
      </main>
    </div>
  )
}

function Rail({ rail, helpPath }: Pick<ShellProps, 'rail' | 'helpPath'>) {
  const text = useText()
  const language = useLanguage()
  const { pathname } = useLocation()
  return (
    <nav className="rail" aria-label={text('rail.label')}>
      <NavLink to="/desk" end className="seal" aria-label={text('app.name')}>
        归
      </NavLink>
      {rail.map(({ path, rail: door }, at) => (
        <Link
          key={path}
          to={path}
          aria-current={liesBehind({ path, rail: door }, pathname) ? 'page' : undefined}
          data-begins={beginsGroup(rail[at - 1]?.rail, door) || undefined}
        >
          <Icon name={door.icon} size={20} />
          <span>{door.label[language]}</span>
          {door.badge && <door.badge />}
        </Link>
      ))}
      {helpPath !== undefined && (
        <NavLink to={helpPath} className="help">
          <Icon name="help" size={20} />
          <span>{text('rail.help')}</span>
        </NavLink>
      )}
    </nav>
  )
}

/** The red count at a door of the rail; nothing when nothing waits. */
export function RailBadge({ count, label }: { count: number; label: string }) {
  if (count <= 0) return null
  return (
    <i className="rail-badge" aria-label={label} role="img">
      {count > 99 ? '99+' : count}
    </i>
  )
}
