import { useState } from 'react'
import type { AccountId } from '../../../kernel/id.ts'
import * as contract from '../../../platform/access/contract.ts'
import type { Role } from '../../../platform/access/roles.ts'
import { useAction } from '../../../ui/api/use-action.ts'
import { useText } from '../../../ui/text/use-text.ts'
import type { AccountStep } from './account-step.ts'
import { GrantRoleDrawer } from './GrantRoleDrawer.tsx'
import { HandOver } from './HandOver.tsx'
import { accessMessages } from './messages.ts'
import { freshPassword, PasswordField } from './PasswordField.tsx'
import { StepDrawer } from './StepDrawer.tsx'
import { useRoleName } from './use-role-name.ts'

interface StepProps {
  account: contract.Account
  grantable: readonly Role[]
  step: AccountStep
  onClose: () => void
}

const PLAIN = {
  disable: contract.disableAccount,
  enable: contract.enableAccount,
  resetSecondFactor: contract.resetSecondFactor,
  unbindSignOn: contract.unbindSignOn,
  signOut: contract.signOutEverywhere,
} as const

/** The drawer of one step. */
export function AccountStepDrawer({ account, grantable, step, onClose }: StepProps) {
  const one = { accountId: account.id, onClose }
  if (step.kind === 'resetPassword') return <ResetPassword account={account} onClose={onClose} />
  if (step.kind === 'grantRole') return <GrantRoleDrawer {...one} grantable={grantable} />
  if (step.kind === 'endRole') return <EndRole {...one} role={step.role} />
  return <PlainStep {...one} kind={step.kind} />
}

function PlainStep({ accountId, kind, onClose }: { accountId: AccountId; kind: keyof typeof PLAIN; onClose: () => void }) {
  const text = useText(accessMessages)
  const action = useAction<typeof PLAIN.disable.input, typeof PLAIN.disable.output, (typeof PLAIN)['disable']['refusal']>(
    PLAIN[kind] as typeof PLAIN.disable,
    { onDone: onClose },
  )
  return (
    <StepDrawer
      title={text(`access.do.${kind}`)}
      words={text(`access.do.${kind}Words`)}
      state={action}
      saveLabel={text(`access.do.${kind}`)}
      onSave={() => void action.send({ accountId })}
      onClose={onClose}
    />
  )
}

function EndRole({ accountId, role, onClose }: { accountId: AccountId; role: Role; onClose: () => void }) {
  const text = useText(accessMessages)
  const roleName = useRoleName()
  const action = useAction(contract.endRole, { onDone: onClose })
  return (
    <StepDrawer
      title={text('access.do.endRoleTitle', { role: roleName(role) })}
      words={text('access.do.endRoleWords')}
      state={action}
      saveLabel={text('access.do.endRole')}
      onSave={() => void action.send({ accountId, role })}
      onClose={onClose}
    />
  )
}

function ResetPassword({ account, onClose }: { account: contract.Account; onClose: () => void }) {
  const text = useText(accessMessages)
  const [password, setPassword] = useState(freshPassword)
  const action = useAction(contract.resetPassword)
  const isDone = action.value !== undefined
  const title = text('access.do.resetPassword')
  return (
    <StepDrawer
      title={title}
      {...(isDone ? {} : { words: text('access.do.resetPasswordWords') })}
      state={action}
      saveLabel={isDone ? text('drawer.close') : title}
      onSave={isDone ? onClose : () => void action.send({ accountId: account.id, initialPassword: password })}
      onClose={onClose}
    >
      {isDone ? <HandOver login={account.login} password={password} /> : <PasswordField value={password} onChange={setPassword} />}
    </StepDrawer>
  )
}
