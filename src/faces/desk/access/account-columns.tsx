import { minuteInChina } from '../../../kernel/china-time.ts'
import type { Account } from '../../../platform/access/contract.ts'
import { ROLES, type Role } from '../../../platform/access/roles.ts'
import { Tag } from '../../../ui/parts/Tag.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { AccessText } from './messages.ts'

interface Words {
  text: AccessText
  nameOf: (unitCode: string) => string
  roleName: (role: Role) => string
}

export function accountColumns({ text, nameOf, roleName }: Words): Column<Account>[] {
  return [
    { key: 'name', title: text('access.account.name'), draw: ({ name }) => <b>{name}</b>, width: 100, card: 'title' },
    { key: 'login', title: text('access.account.login'), draw: ({ login }) => <span className="mono">{login}</span>, width: 140 },
    { key: 'unit', title: text('access.account.unit'), draw: ({ unitCode }) => nameOf(unitCode), width: 240 },
    {
      key: 'roles',
      title: text('access.account.roles'),
      draw: ({ roles }) =>
        roles.length === 0 ? (
          <span className="faint">{text('access.account.noRoles')}</span>
        ) : (
          roles.map(roleName).join(text('access.account.joint'))
        ),
      width: 180,
    },
    { key: 'totp', title: text('access.account.totp'), draw: (account) => <Factor account={account} text={text} />, width: 110 },
    {
      key: 'lastSignedIn',
      title: text('access.account.lastSignedIn'),
      draw: ({ lastSignedInAt }) =>
        lastSignedInAt === null ? <span className="faint">{text('access.account.never')}</span> : minuteInChina(lastSignedInAt),
      width: 140,
    },
    {
      key: 'status',
      title: text('access.accounts.status'),
      draw: ({ status }) => <Tag tone={status === 'active' ? 'green' : 'plain'}>{text(`access.status.${status}`)}</Tag>,
      width: 90,
    },
  ]
}

/** Whether the second factor is there, in amber where a role asks for one that is missing. */
export function Factor({ account: { hasTotp, roles }, text }: { account: Account; text: AccessText }) {
  if (hasTotp) return <span>{text('access.account.yes')}</span>
  return <span className={roles.some((role) => ROLES[role].secondFactor) ? 'amber' : 'faint'}>{text('access.account.no')}</span>
}
