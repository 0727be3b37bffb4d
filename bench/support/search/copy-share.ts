import pg from 'pg'
import { openTableCopier, type TableCopier } from '../../../demo/copy-tables.ts'
import { type PersonState, STATE_COLUMNS, searchKeysOf, stateValues } from '../../../src/modules/registry/index.ts'
import { openSecrets } from '../../../src/platform/secrets/secrets.ts'
import { type BenchPerson, personOf } from './people.ts'

/** What a copying process is told: people with these numbers, the last excluded. */
export interface LoadShare {
  readonly from: number
  readonly to: number
  readonly units: readonly string[]
  readonly masterKey: string
  readonly connection: pg.ClientConfig
}

const PEOPLE = `registry.people (bureau_code, unit_code, id, captured_on, captured_by, updated_at, version, completeness, ${STATE_COLUMNS.join(', ')})`
const IDENTITIES = 'registry.entitled_identities (bureau_code, id, person_id, unit_code, class_code, status, from_on)'
const KEYS = 'registry.search_keys (bureau_code, kind, key, unit_code, person_id)'

const CAPTURED_BY = '0198a002-0000-7000-8000-000000000001'
const CLASSES = ['VET', 'WAR', 'DIS'] as const

type Values = Parameters<TableCopier['row']>[1]

const stateOf = ({ name, citizenId, sex, bornOn, phone }: BenchPerson, unit: string): PersonState => ({
  ...{ name, citizenId, sex, bornOn, phone, address: null, bankCard: null, householdRegion: unit, residenceRegion: null },
  ...{ politicalStatus: null, maritalStatus: null, education: null, employment: null, living: null, deceasedOn: null },
  ...{ status: 'active' as const, mergedInto: null },
})

/** Names recur, and their sounds cost more than all the rest: the keys of a name are made once. */
function keyMaker(): (person: PersonState) => ReturnType<typeof searchKeysOf> {
  const made = new Map<string, ReturnType<typeof searchKeysOf>>()
  return (person) => {
    const keys = made.get(person.name) ?? searchKeysOf(person)
    made.set(person.name, keys)
    return keys
  }
}

async function copyShare({ from, to, units, masterKey, connection }: LoadShare): Promise<void> {
  const secrets = openSecrets({ masterKey: Buffer.from(masterKey, 'hex'), profile: 'gm' })
  const client = new pg.Client(connection)
  await client.connect()
  await client.query('begin')
  const copier = openTableCopier(client as unknown as pg.PoolClient, [])
  const keysOf = keyMaker()
  for (let number = from; number < to; number += 1) {
    const person = personOf(number)
    const unit = units[number % units.length] ?? ''
    const bureau = unit.slice(0, 6)
    const state = stateOf(person, unit)
    const keys = keysOf(state)
    const values = stateValues(person.id, state, { secrets, keys }) as Values
    copier.row(PEOPLE, [bureau, unit, person.id, '2025-01-01', CAPTURED_BY, '2025-01-01T01:00:00Z', 1, 40, ...values])
    if (number % 3 === 0)
      copier.row(IDENTITIES, [bureau, person.id, person.id, unit, CLASSES[number % CLASSES.length] ?? 'VET', 'confirmed', '2025-01-01'])
    for (const { kind, key } of keys) copier.row(KEYS, [bureau, kind, key, unit, person.id])
    if (number % 16 === 0) await copier.rest()
  }
  await copier.end()
  await client.query('commit')
  await client.end()
}

process.once('message', (share: LoadShare) => {
  copyShare(share).then(
    () => process.exit(0),
    (fault: unknown) => {
      process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`)
      process.exit(1)
    },
  )
})
