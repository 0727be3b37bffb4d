import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openSecrets, type Secrets } from './secrets.ts'

const key = (name: string) => createHash('sha256').update(name).digest()
const FIRST = key('first')
const COLUMN = 'registry.people.citizen_id'
const PHONE = 'registry.people.phone'
const ROW = '0197a3c0-0000-7000-8000-000000000001'
const OTHER_ROW = '0197a3c0-0000-7000-8000-000000000002'
const ID = '990112196208010017'

describe.each(['gm', 'international'] as const)('profile %s', (profile) => {
  const secrets = openSecrets({ masterKey: FIRST, profile })

  test('what was encrypted is read back, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.uuid(), (plain, row) => {
        expect(secrets.decrypt(COLUMN, row, secrets.encrypt(COLUMN, row, plain))).toBe(plain)
      }),
    )
  })

  test('the same value twice is two ciphertexts, and neither shows it', () => {
    const [one, other] = [secrets.encrypt(COLUMN, ROW, ID), secrets.encrypt(COLUMN, ROW, ID)]

    expect(one.equals(other)).toBe(false)
    expect(one.includes(ID)).toBe(false)
  })

  test('a ciphertext moved to another row or another column does not open', () => {
    const sealed = secrets.encrypt(COLUMN, ROW, ID)

    expect(() => secrets.decrypt(COLUMN, OTHER_ROW, sealed)).toThrow(/another row or column/)
    expect(() => secrets.decrypt(PHONE, ROW, sealed)).toThrow(/another row or column/)
  })

  test('one flipped bit anywhere, header and tag included, does not open', () => {
    const sealed = secrets.encrypt(COLUMN, ROW, ID)

    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const altered = Buffer.from(sealed)
        altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)

        expect(() => secrets.decrypt(COLUMN, ROW, altered)).toThrow()
      }),
      { numRuns: 400 },
    )
  })

  test('a ciphertext cut at any length, or lengthened, does not open', () => {
    const sealed = secrets.encrypt(COLUMN, ROW, ID)

    for (let length = 0; length < sealed.length; length++) expect(() => secrets.decrypt(COLUMN, ROW, sealed.subarray(0, length))).toThrow()
    expect(() => secrets.decrypt(COLUMN, ROW, Buffer.concat([sealed, Buffer.of(0)]))).toThrow()
  })

  test('swaps between any two places are refused', () => {
    const place = fc.tuple(
      fc.constantFrom('a.b.c', 'a.b.cd', 'a.bc.d', COLUMN, PHONE),
      fc.constantFrom('1', '11', '', ROW, OTHER_ROW),
    ) as fc.Arbitrary<[`${string}.${string}.${string}`, string]>

    fc.assert(
      fc.property(place, place, ([column, row], [toColumn, toRow]) => {
        fc.pre(column !== toColumn || row !== toRow)
        const sealed = secrets.encrypt(column, row, ID)

        expect(() => secrets.decrypt(toColumn, toRow, sealed)).toThrow()
      }),
      { numRuns: 5_000 },
    )
  })

  test('a blind index is 32 bytes, equal for equal values of one column and for nothing else', () => {
    const index = secrets.blindIndex(COLUMN, ID)

    expect(index).toHaveLength(32)
    expect(secrets.blindIndex(COLUMN, ID)).toEqual(index)
    expect(secrets.blindIndex(COLUMN, '990112196208010025')).not.toEqual(index)
    expect(secrets.blindIndex(PHONE, ID)).not.toEqual(index)
    expect(openSecrets({ masterKey: key('other'), profile }).blindIndex(COLUMN, ID)).not.toEqual(index)
  })

  test('a key derived for one purpose is no key for another, and none of a column', () => {
    expect(secrets.derive('session-cookie')).toHaveLength(32)
    expect(secrets.derive('session-cookie')).toEqual(secrets.derive('session-cookie'))
    expect(secrets.derive('session-cookie')).not.toEqual(secrets.derive('receipt'))
  })
})

/** Written once by this program. A change that makes these unreadable makes every database in the field unreadable. */
test.each([
  [
    'gm',
    '010001459ee59cc537f3f4f20a58016dd391bab58e8576db54d363bb5564cbf76e9b816a11c9b7d30912e31a64b4204c965509776ec7206a8efba1059c3a67de1c2eb892a4',
    'b1179315b7966a97539d7708f8836cbc6b6197a79ee86c925c1332c4cb638071',
  ],
  [
    'international',
    '020001b3791fd341cfe7cde9c085794da9a04efea2292fce808ce0737c91991b118832228ddac3e585cb5d1d55e1562860',
    '5fad142c2c9c27fccc1335d0988ca8cd86acde644a212a9b8499b60d020da789',
  ],
] as const)('what version 1 of the %s format wrote stays readable', (profile, sealed, index) => {
  const secrets = openSecrets({ masterKey: FIRST, profile })

  expect(secrets.decrypt(COLUMN, ROW, Buffer.from(sealed, 'hex'))).toBe(ID)
  expect(secrets.blindIndex(COLUMN, ID).toString('hex')).toBe(index)
})

test('a server of one profile reads what the other wrote', () => {
  const [gm, international] = [
    openSecrets({ masterKey: FIRST, profile: 'gm' }),
    openSecrets({ masterKey: FIRST, profile: 'international' }),
  ]
  const sealed = gm.encrypt(COLUMN, ROW, ID)

  expect(international.decrypt(COLUMN, ROW, sealed)).toBe(ID)
  expect(gm.decrypt(COLUMN, ROW, international.encrypt(COLUMN, ROW, ID))).toBe(ID)
  expect([gm.isCurrent(sealed), international.isCurrent(sealed)]).toEqual([true, false])
})

describe('rotation', () => {
  const before = openSecrets({ masterKey: FIRST, profile: 'gm' })
  const after = openSecrets({ masterKey: key('second'), version: 2, profile: 'gm', earlier: [{ version: 1, key: FIRST }] })
  const finds = (secrets: Secrets, index: Buffer) => secrets.blindIndexes(COLUMN, ID).some((candidate) => candidate.equals(index))

  test('the newest key writes, the earlier one still reads', () => {
    const old = before.encrypt(COLUMN, ROW, ID)
    const fresh = after.encrypt(COLUMN, ROW, after.decrypt(COLUMN, ROW, old))

    expect([after.isCurrent(old), after.isCurrent(fresh)]).toEqual([false, true])
    expect(fresh.readUInt16BE(1)).toBe(2)
    expect(after.decrypt(COLUMN, ROW, fresh)).toBe(ID)
  })

  test('a server without the newer key says so, and an old text cannot pass as a new one', () => {
    const old = before.encrypt(COLUMN, ROW, ID)
    const relabelled = Buffer.from(old)
    relabelled.writeUInt16BE(2, 1)

    expect(() => before.decrypt(COLUMN, ROW, after.encrypt(COLUMN, ROW, ID))).toThrow(/version 2 is not among the keys/)
    expect(() => after.decrypt(COLUMN, ROW, relabelled)).toThrow(/altered/)
  })

  test('a row whose index the rotation has not reached is found too', () => {
    expect(finds(after, before.blindIndex(COLUMN, ID))).toBe(true)
    expect(finds(after, after.blindIndex(COLUMN, ID))).toBe(true)
    expect(finds(after, before.blindIndex(PHONE, ID))).toBe(false)
    expect(after.blindIndexes(COLUMN, ID)[0]).toEqual(after.blindIndex(COLUMN, ID))
  })
})

test('keys that cannot be right are refused when the cabinet is opened', () => {
  expect(() => openSecrets({ masterKey: Buffer.alloc(31), profile: 'gm' })).toThrow(/31 bytes/)
  expect(() => openSecrets({ masterKey: FIRST, version: 0, profile: 'gm' })).toThrow(/between 1/)
  expect(() => openSecrets({ masterKey: FIRST, profile: 'gm', earlier: [{ version: 2, key: FIRST }] })).toThrow(/between 1/)
  expect(() => openSecrets({ masterKey: FIRST, version: 2, profile: 'gm', earlier: [{ version: 2, key: FIRST }] })).toThrow(/twice/)
})

describe('many at once', () => {
  const MANY = 'ledger.batch_lines.bank_account'
  const texts = Array.from({ length: 300 }, (_, no) => ['', '0', '9900000000000000001', '周建国'.repeat(no % 90)][no % 4] ?? '')
  const rowIds = texts.map((_, no) => `0197a3c0-0000-7000-8000-${String(no).padStart(12, '0')}`)

  test.each(['gm', 'international'] as const)('open as they do one by one (%s), whatever sealed each', (profile) => {
    const earlier = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })
    const secrets = openSecrets({
      masterKey: Buffer.alloc(32, 8),
      profile,
      version: 2,
      earlier: [{ version: 1, key: Buffer.alloc(32, 7) }],
    })
    const sealedBy = (by: (no: number) => typeof secrets) =>
      rowIds.map((rowId, no) => ({ rowId, sealed: by(no).encrypt(MANY, rowId, texts[no] ?? '') }))

    const long = { rowId: 'a row', sealed: secrets.encrypt(MANY, 'a row', '周'.repeat(2000)) }
    expect(secrets.decryptMany(MANY, [])).toEqual([])
    expect(secrets.decryptMany(MANY, [long])).toEqual(['周'.repeat(2000)])
    expect(
      secrets.decryptMany(
        MANY,
        sealedBy(() => secrets),
      ),
    ).toEqual(texts)
    expect(
      secrets.decryptMany(
        MANY,
        sealedBy((no) => (no % 2 ? earlier : secrets)),
      ),
    ).toEqual(texts)
  })

  test.each(['gm', 'international'] as const)('do not open (%s) where one was altered, cut or belongs elsewhere', (profile) => {
    const secrets = openSecrets({ masterKey: Buffer.alloc(32, 8), profile })
    const sealed = rowIds.map((rowId) => ({ rowId, sealed: secrets.encrypt(MANY, rowId, '9900000000000000001') }))
    const bent = (at: number, change: (bytes: Buffer) => Buffer) =>
      sealed.map((row, no) => (no === at ? { ...row, sealed: change(Buffer.from(row.sealed)) } : row))
    const flipped = (byte: number) => (bytes: Buffer) => {
      bytes[byte] = (bytes[byte] ?? 0) ^ 1
      return bytes
    }

    for (const byte of [3, 20, -1].map((at) => (at < 0 ? (sealed[7]?.sealed.length ?? 0) + at : at)))
      expect(() => secrets.decryptMany(MANY, bent(7, flipped(byte)))).toThrow('was altered')
    expect(() =>
      secrets.decryptMany(
        MANY,
        bent(7, (bytes) => bytes.subarray(0, 20)),
      ),
    ).toThrow('was altered')
    expect(() =>
      secrets.decryptMany(
        MANY,
        sealed.map((row, no) => ({ ...row, rowId: rowIds[(no + 1) % 300] ?? '' })),
      ),
    ).toThrow('was altered')
    expect(() => secrets.decryptMany('ledger.batch_lines.other', sealed)).toThrow('was altered')
  })
})
