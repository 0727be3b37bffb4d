import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database/clone.ts'
import { NOW, YUBEI } from '../../../test/world.ts'
import { withScope } from '../database/scope.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { findLogin } from './accounts.ts'
import { installAdministrator, type NewAdministrator } from './install-administrator.ts'

const database = await openTestDatabase()
afterAll(database.close)

const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'international' })
const isPlace = async (_tx: unknown, unitCode: string): Promise<boolean> => unitCode.startsWith('500112')
const install = (given: Partial<NewAdministrator>) =>
  installAdministrator(database.ownerPool, secrets, {
    kind: 'system',
    login: 'luo.heng',
    name: '罗恒',
    unitCode: YUBEI,
    now: NOW,
    isPlace,
    ...given,
  })

test('the first administrators are three people with one role each, who change their password first', async () => {
  for (const kind of ['system', 'security', 'audit'] as const) await install({ kind, login: `first.${kind}` })

  const account = await findLogin(database.appPool, 'first.security', undefined)
  const { rows } = await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ action_name: string }>('select action_name from spine.leaves where subject_id = $1', [account?.accountId]),
  )

  expect(account).toMatchObject({ roles: ['securityAdministrator'], mustChangePassword: true, isTotpConfirmed: false, unitCode: YUBEI })
  expect(rows).toEqual([{ action_name: 'account.install' }])
})

test.each([
  ['a place that is none', { unitCode: '990112000000' }, /没有代码为 990112000000/],
  ['a village', { unitCode: '500112017005' }, /没有代码为 500112017005/],
  ['a login that is none', { login: '罗恒' }, /登录名用/],
  ['a login that is taken', { login: 'taken.one' }, /已经有人用了/],
])('%s is refused in a sentence', async (_what, given: Partial<NewAdministrator>, words) => {
  if (given.login === 'taken.one') await install(given)

  await expect(install(given)).rejects.toThrow(words)
})
