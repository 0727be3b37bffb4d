import { expect, test } from 'vitest'
import { openSecrets } from './secrets.ts'
import { openSharedKeys, openSharedRing } from './shared-keys.ts'

const [PHONE, ADDRESS] = ['registry.people.phone', 'registry.people.address'] as const
const ROW = '0197a3c0-0000-7000-8000-000000000001'

test.each(['gm', 'international'] as const)('what a thread seals with shared keys (%s) is opened here, and hashed alike', (profile) => {
  const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile, version: 3 })

  const thread = openSharedKeys(structuredClone(secrets.share([PHONE])))

  expect(secrets.decrypt(PHONE, ROW, thread.encrypt(PHONE, ROW, '10012344821'))).toBe('10012344821')
  expect(thread.blindIndex(PHONE, '4821')).toEqual(secrets.blindIndex(PHONE, '4821'))
})

test('a thread seals for no column whose keys were not shared', () => {
  const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })

  const thread = openSharedKeys(structuredClone(secrets.share([PHONE])))

  expect(() => thread.encrypt(ADDRESS, ROW, '人民路1号')).toThrow('not shared')
  expect(() => thread.blindIndex(ADDRESS, '人民路1号')).toThrow('not shared')
})

test.each(['gm', 'international'] as const)(
  'a thread opens what was sealed here (%s), before a rotation too, and no other column',
  (profile) => {
    const earlier = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })
    const secrets = openSecrets({
      masterKey: Buffer.alloc(32, 8),
      profile,
      version: 2,
      earlier: [{ version: 1, key: Buffer.alloc(32, 7) }],
    })

    const thread = openSharedRing(structuredClone(secrets.shareToOpen([PHONE])))

    expect(thread.decrypt(PHONE, ROW, secrets.encrypt(PHONE, ROW, '10012344821'))).toBe('10012344821')
    expect(thread.decrypt(PHONE, ROW, earlier.encrypt(PHONE, ROW, '10012344822'))).toBe('10012344822')
    expect(() => thread.decrypt(ADDRESS, ROW, secrets.encrypt(ADDRESS, ROW, '人民路1号'))).toThrow('not shared')
  },
)
