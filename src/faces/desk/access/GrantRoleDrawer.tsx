import { useState } from 'react'
import type { AccountId } from '../../../kernel/id.ts'
import { grantRole } from '../../../platform/access/contract.ts'
import { ROLES, type Role } from '../../../platform/access/roles.ts'
import { useAction } from '../../../ui/api/use-action.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'
import { StepDrawer } from './StepDrawer.tsx'
import { useRoleName } from './use-role-name.ts'

interface GrantRoleProps {
  accountId: AccountId
  grantable: readonly Role[]
  onClose: () => void
}

/** Grants one of the roles that the server says fit. */
export function GrantRoleDrawer({ accountId, grantable, onClose }: GrantRoleProps) {
  const text = useText(accessMessages)
  const roleName = useRoleName()
  const [role, setRole] = useState<Role>()
  const action = useAction(grantRole, { onDone: onClose })
  const title = text('access.do.grantRole')
  return (
    <StepDrawer
      title={title}
      words={text(grantable.length === 0 ? 'access.do.grantNone' : 'access.do.grantRoleWords')}
      state={action}
      saveLabel={title}
      blocked={role === undefined ? text('access.do.pick') : undefined}
      onSave={() => role !== undefined && void action.send({ accountId, role })}
      onClose={onClose}
    >
      <fieldset className="role-choice">
        <legend className="unseen">{title}</legend>
        {grantable.map((one) => (
          <label key={one}>
            <input type="radio" name="role" checked={one === role} onChange={() => setRole(one)} />
            <span>
              <b>{roleName(one)}</b>
              {ROLES[one].secondFactor && <span className="faint"> {text('access.do.factor')}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </StepDrawer>
  )
}
