import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database/clone.ts'
import { assertKnownKeys, recordKey } from './known-keys.ts'
import { openSecrets } from './secrets.ts'

const [first, other] = [Buffer.from('1f2e3d4c5b6a7988'.repeat(4), 'hex'), Buffer.from('a1b2c3d4e5f60718'.repeat(4), 'hex')]
const original = openSecrets({ masterKey: first, profile: 'gm' })

const database = await openTestDatabase()
afterAll(database.close)

test('a database that has seen no key takes any, and from then on that one', async () => {
  await assertKnownKeys(database.ownerPool, original)
  await recordKey(database.ownerPool, original)
  await recordKey(database.ownerPool, original)

  await expect(assertKnownKeys(database.ownerPool, original)).resolves.toBeUndefined()
})

test('another key of the same version is refused with a sentence', async () => {
  const wrong = openSecrets({ masterKey: other, profile: 'gm' })

  await expect(assertKnownKeys(database.ownerPool, wrong)).rejects.toThrow(
    /主密钥与这个数据库不配：版本 1 [\s\S]*Put the right key file back/,
  )
})

test('the same key in the other family of algorithms opens what it has sealed', async () => {
  await expect(assertKnownKeys(database.ownerPool, openSecrets({ masterKey: first, profile: 'international' }))).resolves.toBeUndefined()
})

test('a rotation keeps the earlier key; without it the new one is refused', async () => {
  const rotated = openSecrets({ masterKey: other, version: 2, earlier: [{ version: 1, key: first }], profile: 'gm' })
  const forgetful = openSecrets({ masterKey: other, version: 2, profile: 'gm' })

  await assertKnownKeys(database.ownerPool, rotated)
  await recordKey(database.ownerPool, rotated)

  await expect(assertKnownKeys(database.ownerPool, rotated)).resolves.toBeUndefined()
  await expect(assertKnownKeys(database.ownerPool, forgetful)).rejects.toThrow(/版本 1 /)
  await expect(assertKnownKeys(database.ownerPool, original)).rejects.toThrow(/版本 2 /)
})
