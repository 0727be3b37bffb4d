import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'
import { rangeOf, UnitCode } from '../../kernel/region-code.ts'
import { withScope } from '../database/scope.ts'
import type { Tx } from '../database/tx.ts'
import { appendLeaf } from '../journal/append-leaf.ts'
import type { SecretBox } from './access-context.ts'
import { installAccount, loginOf } from './accounts.ts'
import type { Role } from './roles.ts'
import { isRoleOfTier } from './roles-together.ts'

/** The three administrators of a unit, each somebody else (GB/T 22239-2019 8.1.4.2). */
export const ADMINISTRATOR_KINDS = {
  system: 'systemAdministrator',
  security: 'securityAdministrator',
  audit: 'auditAdministrator',
} as const satisfies Record<string, Role>
export type AdministratorKind = keyof typeof ADMINISTRATOR_KINDS

const SIGNS = 'abcdefghijkmnpqrstuvwxyz'
const groups = () => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join(''))

/** About 70 bits, of three kinds of signs, easy to copy by hand. */
const firstPassword = (): string => `${groups().join('-')}-K${randomInt(2, 10)}`

export interface NewAdministrator {
  readonly kind: AdministratorKind
  readonly login: string
  readonly name: string
  readonly unitCode: string
  readonly now: string
  /** Whether there is such a place: the module that keeps the divisions knows. */
  readonly isPlace: (tx: Tx, unitCode: UnitCode) => Promise<boolean>
}

/**
 * Opens an administrator's account by the hand of the installation, with a first password that is shown once and must be
 * changed; the second factor is enrolled at the first sign-in. It stands in the journal under its own id.
 *
 * @throws PlainError where the place is unknown or of a tier without administrators, or the login is taken or none
 */
export async function installAdministrator(ownerPool: Pool, secrets: SecretBox, asked: NewAdministrator): Promise<{ password: string }> {
  const login = loginOf(asked.login)
  const unit = UnitCode.safeParse(asked.unitCode)
  const role = ADMINISTRATOR_KINDS[asked.kind]
  if (!unit.success || !isRoleOfTier(role, unit.data)) throw noPlace(asked.unitCode)
  if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(login) || asked.name.trim() === '') throw noLogin()
  const password = firstPassword()
  const account = { login, name: asked.name.trim(), unitCode: unit.data, password, mustChangePassword: true, now: new Date(asked.now) }
  await withScope(ownerPool, rangeOf(unit.data), 'write', async (tx) => {
    if (!(await asked.isPlace(tx, unit.data))) throw noPlace(asked.unitCode)
    const accountId = await installAccount(tx, secrets, { ...account, roles: [role] })
    if (!accountId) throw loginTaken(login)
    const at = { unitCode: unit.data, accountId, subject: accountId, at: asked.now }
    await appendLeaf(tx, { ...at, id: accountId, name: 'account.install', detail: { role } })
  })
  return { password }
}

const noPlace = (code: string): PlainError =>
  new PlainError({
    zh: `没有代码为 ${code} 的区县、市或省，或者区划还没有载入。请先启动一次服务，再用 12 位区划代码，如 500112000000。`,
    en: `There is no county, city or province ${code}, or divisions are not loaded yet. Start the server once, then give a code of 12 digits.`,
  })

const noLogin = (): PlainError =>
  new PlainError({
    zh: '登录名用 3 到 40 个小写字母、数字、点、横线，以字母或数字开头；姓名不能为空。',
    en: 'A login is 3 to 40 small letters, digits, dots or hyphens; the name must not be empty.',
  })

const loginTaken = (login: string): PlainError =>
  new PlainError({ zh: `登录名 ${login} 已经有人用了，请换一个。`, en: `The login ${login} is taken; choose another.` })
