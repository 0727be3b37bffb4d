import { uuidv7 } from 'uuidv7'
import { actions, views } from '../src/catalogue.ts'
import type { PersonId } from '../src/kernel/id.ts'
import { NATION, RegionCode, rangeOf, type UnitCode } from '../src/kernel/region-code.ts'
import { inOneSnapshot, readDefinitions, readFigure } from '../src/modules/indicators/index.ts'
import type { Load } from '../src/modules/network/contract.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { openTestDatabase } from './database/clone.ts'
import { helper, need } from './pairing-world.ts'
import { actor, CHONGQING, divisions, ELSEWHERE, FENGMING, ground as groundOf, NEIGHBOUR, person, STREET, value, YUBEI } from './world.ts'

export const head = actor({ unitCode: STREET, role: 'townshipHead' })
export const officer = actor({ unitCode: YUBEI, role: 'countyOfficer' })
export const reason = '凤鸣路社区并入双凤路社区'
/** A month before the day of the tests, and the day itself. */
export const MAY = '2026-05-04T02:00:00.000Z'

/** The tiers above the two stations, where no figure of people may change when one is handed to the other. */
export const ABOVE = [NATION, CHONGQING, YUBEI, STREET].map((code) => RegionCode.parse(code))

/** These count places or the sizes of single stations, which a merge changes; everything else only moves. */
const OF_PLACES: readonly string[] = ['places', 'peak', 'first', 'span', 'streak', 'months', 'parts', 'calendar', 'setting']
const definitions = readDefinitions()
const formOf = new Map(definitions.map(({ code, formula }) => [code, formula.form as string]))
const basisOf = new Map(
  definitions.map(({ code, formula }) => [
    code,
    'of' in formula ? [formula.of].flat() : 'over' in formula ? [formula.over, formula.under].flat() : [],
  ]),
)
const countsPlaces = (code: string): boolean =>
  OF_PLACES.includes(formOf.get(code) ?? '') || (basisOf.get(code) ?? []).some((of) => typeof of === 'string' && countsPlaces(of))
export const peopleFigures = [...formOf.keys()].filter((code) => !countsPlaces(code))

const UNITS: readonly (readonly [UnitCode, string])[] = [
  [FENGMING, '凤鸣路社区服务站'],
  [NEIGHBOUR, '双凤路社区服务站'],
  [STREET, '双凤桥街道服务站'],
  [ELSEWHERE, '巴县大道社区服务站'],
]

const found = <T extends { contract: { name: string } }>(items: readonly T[], name: string): T => {
  const item = items.find(({ contract }) => contract.name === name)
  if (!item) throw new Error(`there is no ${name}`)
  return item
}

/** Any action of the program. */
export const doIt = (on: Ground, who: Actor, name: string, input: unknown): Promise<Answer> =>
  runAction(on, found(actions, name), { actor: who, actionId: uuidv7(), input })

/** Any view of the program; a value is read by its contract, as a browser does. */
export async function seeIt(on: Ground, who: Actor, name: string, input: unknown): Promise<Answer> {
  const view = found(views, name)
  const answer = await runView(on, view, { actor: who, input })
  return answer.kind === 'value' ? { kind: 'value', value: view.contract.output.parse(answer.value) } : answer
}

/** A database with four open stations: two of one street, the street's own, and one of the next district. */
export async function openHandOverWorld() {
  const database = await openTestDatabase()
  await divisions(database)
  const on = groundOf(database)
  const early = groundOf(database, MAY)
  const city = actor({ unitCode: CHONGQING, role: 'countyOfficer' })
  for (const [unitCode, name] of UNITS)
    value(await doIt(early, city, 'network.openUnit', { unitCode, kind: 'station', name, openedOn: '2019-05-01' }))

  /** All figures of people at a place in a month. */
  const figuresAt = async (place: RegionCode, period: { from: string; to: string }): Promise<Record<string, unknown>> =>
    await withScope(database.appPool, rangeOf(place), 'read', async (tx) => {
      await inOneSnapshot(tx)
      const rows = await readFigure(tx, { codes: peopleFigures, place, period: period as never, by: 'none', compare: false })
      return Object.fromEntries(rows.map(({ code, value: is, numerator, denominator }) => [code, { is, numerator, denominator }]))
    })
  const loadsOf = async (unitCode: UnitCode, who: Actor = head) =>
    value<{ rows: Load[]; heirs: { unitCode: string; why: string }[]; handOver: { status: string; moved: number; files: number } | null }>(
      await seeIt(on, who, 'network.loads', { unitCode }),
    )
  const handOver = (input: object = {}, who: Actor = head, actionId: string = uuidv7()): Promise<Answer> =>
    runAction(on, found(actions, 'network.handOver'), {
      actor: who,
      actionId,
      input: { unitCode: FENGMING, toUnit: NEIGHBOUR, reason, ...input },
    })
  return { database, on, early, figuresAt, loadsOf, handOver }
}

/** Somebody of 凤鸣路 with everything that can hang on a file, captured in May. */
export async function laden({ early, on }: { early: Ground; on: Ground }): Promise<{ id: PersonId; unitCode: UnitCode; matterId: string }> {
  const someone = await person(early, { phone: '10012344821', identities: [{ classCode: 'WAR' }] })
  await need(on, someone.id, 'medical')
  const helperId = await helper(on)
  const begun = { personId: someone.id, helperId, kinds: ['medical'], beganOn: '2026-06-01', untilOn: '2027-05-31' }
  value(await doIt(on, officer, 'pairing.begin', begun))
  const asked = { typeCode: 'preferenceCard', personId: someone.id, unitCode: FENGMING, answers: { kind: 'veteran', phone: '10012345678' } }
  const { id } = value<{ id: string }>(await doIt(on, actor(), 'matter.open', asked))
  const visit = { personIds: [someone.id], unitCode: FENGMING, doneOn: '2026-06-02' }
  value(await doIt(on, actor(), 'visit.record', visit))
  return { ...someone, matterId: id }
}
