import { inject } from 'vitest'
import { cloneDatabase, type TestDatabase } from './clone-database.ts'

export type { TestDatabase } from './clone-database.ts'

/**
 * A fresh clone of the migrated template, or of another database to which nobody is connected.
 *
 * ```ts
 * const database = await openTestDatabase()
 * afterAll(database.close)
 * ```
 */
export const openTestDatabase = (from?: string): Promise<TestDatabase> => cloneDatabase(inject('testServer'), from)
