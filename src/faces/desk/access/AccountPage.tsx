import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { minuteInChina } from '../../../kernel/china-time.ts'
import { AccountId } from '../../../kernel/id.ts'
import { getAccount } from '../../../platform/access/contract.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { KeyValue } from '../../../ui/parts/KeyValue.tsx'
import { Timeline } from '../../../ui/parts/Timeline.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { AccountActs } from './AccountActs.tsx'
import { AccountStepDrawer } from './AccountStepDrawer.tsx'
import { Factor } from './account-columns.tsx'
import type { AccountStep } from './account-step.ts'
import { HeldRoles } from './HeldRoles.tsx'
import { accessMessages } from './messages.ts'
import { usePlaceNames } from './use-places.ts'
import { useRoleName } from './use-role-name.ts'
import './access.css'

type Seen = z.infer<typeof getAccount.output>

/** One account: who, where, which roles, and what the reader may do with it. */
export function AccountPage() {
  const accountId = AccountId.safeParse(useParams()['accountId'])
  return accountId.success ? <One key={accountId.data} accountId={accountId.data} /> : <ErrorState problem={{ code: 'not-found' }} />
}

function One({ accountId }: { accountId: AccountId }) {
  const query = useView(getAccount, { accountId })
  const [step, setStep] = useState<AccountStep>()
  return (
    <ViewState query={query}>
      {(seen) => (
        <>
          <Content seen={seen} onStep={setStep} />
          {step && (
            <AccountStepDrawer
              key={JSON.stringify(step)}
              account={seen.account}
              grantable={seen.can.grantable}
              step={step}
              onClose={() => setStep(undefined)}
            />
          )}
        </>
      )}
    </ViewState>
  )
}

function Content({ seen, onStep }: { seen: Seen; onStep: (step: AccountStep) => void }) {
  const text = useText(accessMessages)
  const reader = useAccount()
  const { account, can } = seen
  const nameOf = usePlaceNames([account.unitCode])
  const roleName = useRoleName()
  const roles = account.roles.length > 0 ? account.roles.map(roleName).join(text('access.account.joint')) : text('access.account.noRoles')
  const facts = [
    { name: text('access.account.login'), value: <span className="mono">{account.login}</span> },
    { name: text('access.account.unit'), value: nameOf(account.unitCode) },
    { name: text('access.accounts.status'), value: text(`access.status.${account.status}`) },
    { name: text('access.account.totp'), value: <Factor account={account} text={text} /> },
    ...(account.hasSignOn ? [{ name: text('access.account.signOn'), value: text('access.account.signOnBound') }] : []),
    {
      name: text('access.account.lastSignedIn'),
      value: account.lastSignedInAt === null ? text('access.account.never') : minuteInChina(account.lastSignedInAt),
    },
    { name: text('access.account.created'), value: minuteInChina(account.createdAt) },
  ]
  return (
    <>
      <PageHead
        crumb={<Link to="/desk/accounts">{text('access.account.back')}</Link>}
        title={text(`access.account.answer.${account.status}`, { name: account.name, roles })}
        note={account.mustChangePassword && account.status === 'active' ? text('access.account.mustChange') : undefined}
        actions={
          reader.grants.includes('journal.read') && <Link to={`/desk/journal?account=${account.id}`}>{text('access.account.journal')}</Link>
        }
      />
      <div className="access-two">
        <Panel title={text('access.account.about')} foot={<AccountActs seen={seen} isOwn={reader.id === account.id} onStep={onStep} />}>
          <KeyValue rows={facts} />
        </Panel>
        <div className="access-side">
          <HeldRoles account={account} canAssign={can.assignRoles} onStep={onStep} />
          <Panel title={text('access.account.history')}>
            <History history={seen.history} />
          </Panel>
        </div>
      </div>
    </>
  )
}

function History({ history }: Pick<Seen, 'history'>) {
  const text = useText(accessMessages)
  const roleName = useRoleName()
  if (history.length === 0) return <EmptyState title={text('access.account.noHistory')} words={text('access.account.noHistoryWords')} />
  const items = history.map(({ role, grantedAt, endedAt }) => ({
    key: `${role} ${grantedAt}`,
    when: minuteInChina(endedAt ?? grantedAt),
    title: roleName(role),
    words:
      endedAt === null
        ? text('access.account.since', { at: minuteInChina(grantedAt) })
        : `${text('access.account.since', { at: minuteInChina(grantedAt) })}，${text('access.account.until', { at: minuteInChina(endedAt) })}`,
    ...(endedAt === null ? { tone: 'green' as const } : {}),
  }))
  return <Timeline label={text('access.account.history')} items={items} />
}
