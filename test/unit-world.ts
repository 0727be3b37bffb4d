import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { UnitCode } from '../src/kernel/region-code.ts'
import { actions, views } from '../src/modules/network/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Role } from '../src/platform/access/roles.ts'
import { runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { openSecrets } from '../src/platform/secrets/secrets.ts'
import { openTestDatabase } from './database/clone.ts'
import { actor } from './world.ts'

export const actorAt = (code: string, role: Role = 'countyOfficer'): Actor =>
  actor({ unitCode: UnitCode.parse(code), role, name: '王建国' })

export const YUBEI = actorAt('500112000000')
export const YUZHONG = actorAt('500103000000')
export const STATION = '500112017005'

/** A database of a test file's own, and what is done and seen in it. */
export async function openUnitWorld() {
  const database = await openTestDatabase()
  const ground = {
    pool: database.appPool,
    clock: clockAt('2026-06-10T02:00:00Z'),
    secrets: openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' }),
  }
  const act = async (name: string, input: object, { actor = YUBEI, actionId = uuidv7() } = {}) => {
    const found = actions.find(({ contract }) => contract.name === `network.${name}`)
    if (!found) throw new Error(`there is no action ${name}`)
    return await runAction(ground, found, { actor, actionId, input })
  }
  const see = async (name: string, input: object, actor = YUBEI) => {
    const found = views.find(({ contract }) => contract.name === `network.${name}`)
    if (!found) throw new Error(`there is no view ${name}`)
    const answer = await runView(ground, found, { actor, input })
    return answer.kind === 'value' ? { kind: 'value', value: found.contract.output.parse(answer.value) } : answer
  }
  const rowsOf = (sql: string, values: readonly unknown[] = []) =>
    withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', async (tx) => (await tx.query(sql, values)).rows)
  return { database, act, see, rowsOf }
}

export const station = { unitCode: STATION, kind: 'station', name: '凤鸣路社区退役军人服务站', openedOn: '2019-05-01' }
export const post = {
  unitCode: STATION,
  staffName: '陈晓琴',
  postType: 'fullTime',
  isVeteran: true,
  isPartyMember: true,
  duties: ['head', 'visiting'],
  fromOn: '2024-01-01',
}

export const refusal = (detail: object) => ({ kind: 'refusal', refusal: expect.objectContaining(detail) })
export const value = (detail: object) => ({ kind: 'value', value: expect.objectContaining(detail) })
export const notFound = { kind: 'problem', problem: { code: 'not-found' } }
