import { expect } from 'vitest'
import { rotateAll, type SealedTable } from '../src/platform/rotation/index.ts'
import { openSecrets } from '../src/platform/secrets/secrets.ts'
import type { TestDatabase } from './database/clone.ts'

const ring = { masterKey: Buffer.from('a1b2c3d4e5f60718'.repeat(4), 'hex'), version: 2, profile: 'gm' } as const
const rotating = openSecrets({ ...ring, earlier: [{ version: 1, key: Buffer.alloc(32, 7) }] })

/**
 * Closes a world, but first shows that a new key can take over what its tests have sealed: every ciphertext opens for the
 * row and the name that are declared, and each of the named tables had some.
 */
export async function closeRotated(
  database: Pick<TestDatabase, 'ownerPool' | 'close'>,
  declared: readonly SealedTable[],
  ...named: readonly string[]
): Promise<void> {
  const written = new Set<string>()
  const sealings = { pool: database.ownerPool, secrets: rotating, tables: declared, files: '/nowhere' }
  try {
    expect(await rotateAll(sealings, (table) => written.add(table))).toMatchObject({ left: 0, unreadable: [] })
    expect(named.filter((table) => !written.has(table))).toEqual([])
  } finally {
    await database.close()
  }
}
