import { uuidv7 } from 'uuidv7'
import { type CitizenId, makeCitizenId } from '../src/kernel/citizen-id.ts'
import type { AccountId, PersonId } from '../src/kernel/id.ts'
import type { PlainDate } from '../src/kernel/plain-date.ts'
import type { UnitCode } from '../src/kernel/region-code.ts'
import {
  capturePerson,
  type IdentityFields,
  type KinFields,
  type PersonFields,
  type ServiceFields,
} from '../src/modules/registry/contract.ts'
import { actions, views } from '../src/modules/registry/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import { atWork } from '../src/platform/access/at-work.ts'
import type { Role } from '../src/platform/access/roles.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { withOwner } from '../src/platform/database/scope.ts'
import { openSecrets } from '../src/platform/secrets/secrets.ts'
import type { TestDatabase } from './database/clone.ts'

/** 凤鸣路社区 with its street and district, a community of the same street, and one of the next district. */
export const FENGMING = '500112017005' as UnitCode
export const NEIGHBOUR = '500112017006' as UnitCode
export const STREET = '500112017000' as UnitCode
export const YUBEI = '500112000000' as UnitCode
export const BANAN = '500113000000' as UnitCode
export const ELSEWHERE = '500113001001' as UnitCode
export const CHONGQING = '500000000000' as UnitCode

/** The day on which every test takes place, and its morning in China. */
export const TODAY = '2026-06-10' as PlainDate
export const NOW = '2026-06-10T02:00:00.000Z'

const DIVISIONS = [
  [CHONGQING, '重庆市', 'province', '000000000000'],
  [YUBEI, '渝北区', 'county', CHONGQING],
  [STREET, '双凤桥街道', 'township', YUBEI],
  [FENGMING, '凤鸣路社区', 'village', STREET],
  [NEIGHBOUR, '双凤路社区', 'village', STREET],
  [BANAN, '巴南区', 'county', CHONGQING],
  ['500113001000', '鱼洞街道', 'township', BANAN],
  [ELSEWHERE, '巴县大道社区', 'village', '500113001000'],
] as const

/** What the spine stands on in tests: the application's own connection, fixed keys, a clock that stands still. */
export const ground = (database: Pick<TestDatabase, 'appPool'>, now = NOW): Ground => ({
  pool: database.appPool,
  clock: clockAt(now),
  secrets: openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' }),
})

/** The few divisions that the tests name, and one that was abolished on 2020-01-01. */
export async function divisions({ ownerPool }: Pick<TestDatabase, 'ownerPool'>): Promise<void> {
  await withOwner(ownerPool, async (tx) => {
    for (const [code, name, tier, parent] of DIVISIONS) {
      await tx.query(
        `insert into network.divisions (code, name, short_name, tier, parent_code, pinyin, initials) values ($1, $2, $2, $3, $4, '', '') on conflict do nothing`,
        [code, name, tier, parent],
      )
    }
    await tx.query(
      `insert into network.divisions (code, name, short_name, tier, parent_code, pinyin, initials, valid_to)
       values ('500112017009', '旧社区', '旧社区', 'village', $1, '', '', '2020-01-01') on conflict do nothing`,
      [STREET],
    )
  })
}

/** Someone at work: a station worker of 凤鸣路社区 unless said otherwise. */
export function actor(given: { role?: Role; unitCode?: UnitCode; name?: string } = {}): Actor {
  const { role = 'stationWorker', unitCode = FENGMING, name = '陈晓琴' } = given
  return atWork({ accountId: uuidv7() as AccountId, name, unitCode, roles: [role] })
}

let taken = 0

/**
 * An id number that no other call has given: synthetic (region 99), of a man where `sequence` is odd. Left out, it is odd and
 * another than that of the 499 before: two numbers that end alike are a sign of one citizen.
 */
export function citizenId(given: { bornOn?: string; sequence?: number } = {}): CitizenId {
  taken += 1
  const { bornOn = '1962-08-01', sequence = ((taken % 500) * 2 + 1) % 1000 } = given
  return makeCitizenId({ region6: `99${String(taken).padStart(4, '0')}`, bornOn: bornOn as PlainDate, sequence })
}

export interface GivenPerson extends Partial<PersonFields> {
  readonly unitCode?: UnitCode
  readonly bornOn?: string
  readonly service?: readonly Partial<ServiceFields>[]
  readonly identities?: readonly IdentityFields[]
  readonly kin?: readonly Partial<KinFields>[]
}

/** What a clerk sends to open a file: 周建国, a man of 1962, with nothing but what must be there. */
export function capture(given: GivenPerson = {}) {
  const { unitCode = FENGMING, bornOn, service = [], identities = [], kin = [], ...fields } = given
  return {
    unitCode,
    person: { name: '周建国', citizenId: citizenId(bornOn ? { bornOn } : {}), householdRegion: unitCode.slice(0, 12), ...fields },
    service,
    identities,
    kin,
  }
}

const found = <T extends { contract: { name: string } }>(items: readonly T[], name: string): T => {
  const item = items.find(({ contract }) => contract.name === name)
  if (!item) throw new Error(`there is no ${name}`)
  return item
}

/** Sends an action of the registry. */
export const act = (on: Ground, who: Actor, what: { name: string; input: unknown; actionId?: string }): Promise<Answer> =>
  runAction(on, found(actions, what.name), { actor: who, actionId: what.actionId ?? uuidv7(), input: what.input })

/** Looks at a view of the registry. */
export const see = (on: Ground, who: Actor, what: { name: string; input: unknown }): Promise<Answer> =>
  runView(on, found(views, what.name), { actor: who, input: what.input })

/** The value of an answer. @throws where it is a refusal or a problem, naming it */
export function value<T = Record<string, unknown>>(answer: Answer): T {
  if (answer.kind !== 'value') throw new Error(`no value but ${JSON.stringify(answer)}`)
  return answer.value as T
}

/** A registered person, as a worker of their station captured them. */
export async function person(on: Ground, given: GivenPerson = {}): Promise<{ id: PersonId; unitCode: UnitCode; citizenId: string }> {
  const input = capture(given)
  const answer = await act(on, actor({ unitCode: input.unitCode }), { name: capturePerson.name, input })
  return { id: value<{ personId: PersonId }>(answer).personId, unitCode: input.unitCode, citizenId: input.person.citizenId }
}
