import { Role } from '../../../platform/access/roles.ts'
import type { LeafDetail } from '../../../platform/journal/contract.ts'
import type { AccessText } from './messages.ts'
import { isAccessKey } from './messages.ts'

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}-/.test(value)

function valueWords(value: string | number | boolean, text: AccessText, roleName: (role: Role) => string): string {
  if (typeof value === 'boolean') return text(value ? 'access.detail.yes' : 'access.detail.no')
  if (isId(value)) return value.slice(-8)
  const role = Role.safeParse(value)
  return role.success ? roleName(role.data) : String(value)
}

/** The detail of a leaf in one line: `人数 2 · 方式 home`; an id by its last eight signs, a name without words by its code. */
export const detailWords = (detail: LeafDetail, text: AccessText, roleName: (role: Role) => string): string =>
  Object.entries(detail)
    .map(([name, value]) => {
      const key = `access.detail.${name}`
      return `${isAccessKey(key) ? text(key) : name} ${valueWords(value, text, roleName)}`
    })
    .join(' · ')
