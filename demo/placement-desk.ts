import { createHash } from 'node:crypto'
import type { AccountId } from '../src/kernel/id.ts'
import { addDays, addMonths, type PlainDate } from '../src/kernel/plain-date.ts'
import type { UnitCode } from '../src/kernel/region-code.ts'
import { actions as placementActions } from '../src/modules/placement/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import { atWork } from '../src/platform/access/at-work.ts'
import type { Role } from '../src/platform/access/roles.ts'
import type { ActionContext, Fact } from '../src/platform/actions/context.ts'
import type { Action } from '../src/platform/actions/declare.ts'
import type { Tx } from '../src/platform/database/tx.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'

export const YUBEI = '500112000000' as UnitCode

export interface Given {
  readonly tx: Tx
  readonly secrets: Secrets
  readonly today: PlainDate
}

/** The same id on every machine. */
function idOf(label: string): string {
  const hex = createHash('sha256').update(`demo.placement.${label}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export async function actorOf(tx: Tx, login: string, role: Role): Promise<Actor | undefined> {
  const { rows } = await tx.query<{ id: AccountId; name: string }>('select id, name from access.accounts where login = $1', [login])
  const account = rows[0]
  return account && atWork({ accountId: account.id, name: account.name, unitCode: YUBEI, roles: [role] })
}

/** Facts as the action told them, each with the same id on every machine. */
async function keepFacts(tx: Tx, facts: readonly Fact[], { unitCode, label }: { unitCode: UnitCode; label: string }): Promise<void> {
  for (const [at, fact] of facts.entries()) {
    const place = fact.unitCode ?? unitCode
    await tx.query(
      `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions) values (left($2, 6), $1, $3, $2, $4, $5, $6, $7)`,
      [
        idOf(`${label}.fact.${at}`),
        place,
        fact.kind,
        fact.on,
        fact.quantity ?? 1,
        fact.personIds ?? [],
        JSON.stringify(fact.dimensions ?? {}),
      ],
    )
  }
}

/** Does actions, those of placement where nothing else is said, as an officer would have on a day gone by; no receipt and no leaf, as all of the demo. */
export function deskOn({ tx, secrets }: Given, actor: Actor, actions: readonly Action[] = placementActions) {
  return async (on: PlainDate, name: string, label: string, input: object): Promise<Record<string, unknown>> => {
    const action = actions.find(({ contract }) => contract.name === name)
    if (!action) throw new Error(`no action ${name}`)
    const read = action.contract.input.parse(input)
    const seen = { tx, actor, secrets, today: on, now: `${on}T02:00:00.000Z` }
    const place = await action.where(read, seen)
    const told: Fact[] = []
    const silent = {
      fact: (fact: Fact) => void told.push(fact),
      note: () => undefined,
      subject: () => undefined,
      job: () => Promise.resolve(),
    }
    const context = { ...seen, ...silent, actionId: idOf(label), unitCode: place as UnitCode, files: undefined } as unknown as ActionContext
    const done = await action.run(context, read)
    if (!done.ok) throw new Error(`demo: ${name} ${label} said ${JSON.stringify(done.refusal)}`)
    await keepFacts(tx, told, { unitCode: place as UnitCode, label })
    return done.value as Record<string, unknown>
  }
}

export type Desk = ReturnType<typeof deskOn>

export const FACTS = {
  isMidRank: false,
  disability: null,
  lostAbilityByIllness: false,
  meetsMonthlyPay: false,
  merit: false,
  firstClassCommendation: false,
  medalOrTitle: false,
  martyrsChild: false,
  isExcluded: false,
}

const CLAIMS = [
  ['reward.peacetime.commendation', '嘉奖令'],
  ['reward.peacetime.thirdClassMerit', '三等功证书'],
  ['disability.duty.grade8', '残疾军人证'],
  ['hardship.area.class2', '艰苦边远地区津贴证明'],
] as const

/** What counts for the nth of them: no two lists alike for long, some equal in the end. */
const claimsOf = (at: number) =>
  CLAIMS.flatMap(([item, evidence], which) => {
    if ((at + which) % (which + 2) !== 0) return []
    const quantity = item.startsWith('hardship') ? 24 + (at % 4) * 6 : item.endsWith('commendation') ? 1 + (at % 4) : 1
    return [{ item, quantity, evidence }]
  })

interface Walk {
  readonly officer: Desk
  readonly today: PlainDate
  readonly cohortId: string
  readonly leavingOn: PlainDate
}

interface Walker {
  readonly personId: string
  readonly at: number
  readonly label: string
  /** How many steps: file, report, decision, score. */
  readonly far: number
}

/** Takes one person from the list to as far as they have come. @returns the candidate, their steps and their sheet */
export async function walk({ officer, today, cohortId, leavingOn }: Walk, { personId, at, label, far }: Walker) {
  const added = await officer(addDays(today, -70), 'candidate.add', `${label}.add`, { cohortId, personId, leavingOn })
  const candidateId = String(added['id'])
  const years = 12 + (at % 5)
  const steps = [
    ['candidate.checkFile', -65, { receivedOn: addDays(today, -66), pages: 60 + at * 3, missing: [] }],
    ['candidate.report', -60, { reportedOn: addDays(today, -60) }],
    ['candidate.decide', -45, { facts: { ...FACTS, serviceYears: years, ncoYears: years } }],
    [
      'candidate.score',
      -30,
      { enlistedOn: addMonths(leavingOn, -12 * years - (at % 3) * 4), evidence: '入伍批准书', claims: claimsOf(at) },
    ],
  ] as const
  let [count, sheetId] = [1, '']
  for (const [name, days, input] of steps.slice(0, far)) {
    const done = await officer(addDays(today, days), name, `${label}.${name}`, { candidateId, steps: count, ...input })
    count = Number(done['steps'])
    sheetId = String(done['sheetId'] ?? '')
  }
  return { candidateId, steps: count, sheetId }
}

export const halfYearOf = (day: PlainDate) => ({ year: Number(day.slice(0, 4)), season: day.slice(5) < '07-01' ? 'spring' : 'autumn' })
