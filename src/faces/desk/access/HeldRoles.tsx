import { Button } from 'antd'
import type { Account } from '../../../platform/access/contract.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import type { AccountStep } from './account-step.ts'
import { accessMessages } from './messages.ts'
import { useRoleName } from './use-role-name.ts'

interface HeldRolesProps {
  account: Account
  canAssign: boolean
  onStep: (step: AccountStep) => void
}

/** The roles an account holds now, for the security administrator with a way to end and to grant. */
export function HeldRoles({ account, canAssign, onStep }: HeldRolesProps) {
  const text = useText(accessMessages)
  const roleName = useRoleName()
  const canGrant = canAssign && account.status === 'active'
  return (
    <Panel
      title={text('access.account.held')}
      side={canGrant && <Button onClick={() => onStep({ kind: 'grantRole' })}>{text('access.do.grantRole')}</Button>}
    >
      <ul className="held-roles">
        {account.roles.map((role) => (
          <li key={role} className="row">
            <span className="grow">{roleName(role)}</span>
            {canAssign && <Button onClick={() => onStep({ kind: 'endRole', role })}>{text('access.do.endRole')}</Button>}
          </li>
        ))}
        {account.roles.length === 0 && <li className="faint">{text('access.account.noRoles')}</li>}
      </ul>
    </Panel>
  )
}
