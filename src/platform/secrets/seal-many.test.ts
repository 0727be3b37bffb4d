import { describe, expect, test } from 'vitest'
import { openSecrets } from './secrets.ts'

const [COLUMN, OTHER] = ['registry.people.phone', 'registry.people.address'] as const

const rows = Array.from({ length: 300 }, (_, no) => ({
  rowId: `0197a3c0-0000-7000-8000-${String(no).padStart(12, '0')}`,
  // Nothing, one byte, whole blocks and one more, characters of every width, and what is hashed in pieces.
  plain: ['', '0', 'a'.repeat(16), 'a'.repeat(17), '𠮷·周建国', '周建国'.repeat(no)][no % 6] ?? '',
}))

describe.each(['gm', 'international'] as const)('fields of many rows at once (%s)', (profile) => {
  const secrets = openSecrets({ masterKey: Buffer.alloc(32, 8), profile, version: 2 })
  const sealed = secrets.encryptMany(COLUMN, rows)

  test('open one by one and together, each in its row and column', () => {
    expect(rows.map(({ rowId }, no) => secrets.decrypt(COLUMN, rowId, sealed[no] ?? Buffer.alloc(0)))).toEqual(
      rows.map(({ plain }) => plain),
    )
    const together = rows.map(({ rowId }, no) => ({ rowId, sealed: sealed[no] ?? Buffer.alloc(0) }))
    expect(secrets.decryptMany(COLUMN, together)).toEqual(rows.map(({ plain }) => plain))
    expect(secrets.encryptMany(COLUMN, [])).toEqual([])
  })

  test('open nowhere else, nor with a bit changed', () => {
    const [first = Buffer.alloc(0), , , fourth = Buffer.alloc(0)] = sealed
    const rowId = rows[3]?.rowId ?? ''
    expect(() => secrets.decrypt(COLUMN, rows[0]?.rowId ?? '', fourth)).toThrow('was altered')
    expect(() => secrets.decrypt(OTHER, rowId, fourth)).toThrow('was altered')
    for (const byte of [3, 20, fourth.length - 40, fourth.length - 1]) {
      const bent = Buffer.from(fourth)
      bent[byte] = (bent[byte] ?? 0) ^ 1
      expect(() => secrets.decrypt(COLUMN, rowId, bent)).toThrow('was altered')
    }
    expect(first.equals(fourth)).toBe(false)
  })

  test('have a nonce each: nobody sees whose values are equal', () => {
    const nonces = Array.from({ length: 3 }, () => secrets.encryptMany(COLUMN, rows)).flatMap((all) =>
      all.map((one) => one.toString('hex', 3, 15)),
    )
    expect(new Set(nonces).size).toBe(3 * rows.length)
  })

  test('are as long as one by one, and are current', () => {
    for (const [no, { rowId, plain }] of rows.slice(0, 60).entries()) {
      expect(sealed[no]?.length).toBe(secrets.encrypt(COLUMN, rowId, plain).length)
      expect(secrets.isCurrent(sealed[no] ?? Buffer.alloc(0))).toBe(true)
    }
  })
})
