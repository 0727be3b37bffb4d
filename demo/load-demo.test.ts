import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDivisions } from '../src/modules/network/index.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { openSecrets } from '../src/platform/secrets/secrets.ts'
import { openTestDatabase } from '../test/database/clone.ts'
import { loadDemo } from './index.ts'

const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })
const clock = clockAt('2026-06-10T02:00:00Z')
const [one, other] = [await openTestDatabase(), await openTestDatabase()]
afterAll(() => Promise.all([one.close(), other.close()]))

const load = ({ ownerPool }: typeof one, people = 1500) => loadDemo({ ownerPool, secrets, people, clock, log: (line) => console.log(line) })

beforeAll(async () => {
  await loadDivisions(one.ownerPool, { regions: ['500112', '500105'] })
  await loadDivisions(other.ownerPool, { regions: ['500112', '500105'] })
  await load(one)
})

test('x', async () => {
  const { rows } = (await one.ownerPool.query(
    "begin; set local app.scope_lo='0'; set local app.scope_hi=':'; select kind, count(*), sum(quantity) from spine.facts group by 1; ",
  )) as any
  expect(rows ?? 1).toBe(1)
})
