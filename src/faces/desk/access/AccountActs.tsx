import { Button } from 'antd'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { getAccount } from '../../../platform/access/contract.ts'
import { useText } from '../../../ui/text/use-text.ts'
import type { AccountStep } from './account-step.ts'
import { accessMessages } from './messages.ts'

interface AccountActsProps {
  seen: z.infer<typeof getAccount.output>
  isOwn: boolean
  onStep: (step: AccountStep) => void
}

/** What the reader may do with the account, as the server said; a sentence where that is nothing. */
export function AccountActs({ seen: { account, can }, isOwn, onStep }: AccountActsProps) {
  const text = useText(accessMessages)
  const isActive = account.status === 'active'
  const kinds = [
    can.manage && !isActive ? (['enable'] as const) : [],
    can.manage && isActive ? (['resetPassword', 'signOut', 'disable'] as const) : [],
    can.manage && account.hasSignOn ? (['unbindSignOn'] as const) : [],
    can.assignRoles && isActive && account.hasTotp ? (['resetSecondFactor'] as const) : [],
  ].flat()
  if (isOwn) return <Link to="/desk/account">{text('access.account.own')}</Link>
  if (kinds.length === 0) return <span>{text(can.assignRoles ? 'access.account.cannotHere' : 'access.account.cannot')}</span>
  return (
    <span className="row access-acts">
      {kinds.map((kind) => (
        <Button key={kind} danger={kind === 'disable'} onClick={() => onStep({ kind })}>
          {text(`access.do.${kind}`)}
        </Button>
      ))}
    </span>
  )
}
