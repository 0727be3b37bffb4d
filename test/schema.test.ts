import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from './database/clone.ts'
import { ACCESS_RULES } from './schema/access-rules.ts'
import { CATALOGUE, type SchemaRule, soundTable } from './schema/catalogue.ts'
import { TABLE_RULES } from './schema/table-rules.ts'

const RULES = [...TABLE_RULES, ...ACCESS_RULES]

const database = await openTestDatabase()
afterAll(database.close)

async function breachesOf(client: ClientBase, { ask }: SchemaRule): Promise<readonly string[]> {
  const { rows } = await client.query<string[]>({ text: `${CATALOGUE} ${ask}`, rowMode: 'array' })
  return rows.map(([breach]) => String(breach)).toSorted()
}

/** Does something to the schema, looks, and takes it back. */
async function lookAfter<T>(statements: string, look: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await database.ownerPool.connect()
  try {
    await client.query('begin')
    await client.query(statements)
    return await look(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('the migrated schema', () => {
  test.each(RULES)('$name', async (rule) => {
    const breaches = await lookAfter('select', (client) => breachesOf(client, rule))

    expect(breaches).toEqual([])
  })
})

describe('the checker', () => {
  test.each(RULES)('names who breaks it: $name', async (rule) => {
    const breaches = await lookAfter(rule.fault, (client) => breachesOf(client, rule))

    expect(breaches).toContainEqual(expect.stringContaining(rule.named))
  })

  test('finds nothing to say about a sound table', async () => {
    const breaches = await lookAfter(soundTable(), async (client) => {
      const found: string[] = []
      for (const rule of RULES) found.push(...(await breachesOf(client, rule)))
      return found.filter((breach) => breach.startsWith('parade.'))
    })

    expect(breaches).toEqual([])
  })
})

describe('migration files', () => {
  const files = readdirSync(join(import.meta.dirname, '../migrations')).filter((name) => !name.startsWith('.'))

  test('are named NNNN_module_verb_noun.sql', () => {
    expect(files.filter((name) => !/^\d{4}_[a-z]+_[a-z]+(_[a-z0-9]+)+\.sql$/.test(name))).toEqual([])
  })

  test('have a number each', () => {
    const numbers = files.map((name) => name.slice(0, 4))

    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([])
  })
})
