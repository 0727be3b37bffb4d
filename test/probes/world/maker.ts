import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { DeskMaker as Maker, PersonMade, Standing } from '../generators/probe-case.ts'
import { judge } from '../oracle/judge.ts'
import type { OwnedRow } from '../oracle/traces.ts'
import type { Actor } from './actors.ts'
import { allocateTo, openBatchAt, pourInto, stopAt } from './batches.ts'
import { advanceClaim } from './claims.ts'
import { fileOf, messageTo, paperTo, type Request, saidIn, send } from './desk.ts'
import type { ProbeDatabase } from './open-database.ts'
import { madeUp } from './people-made-up.ts'
import { STATIONS } from './places.ts'

export interface Grounds {
  readonly app: FastifyInstance
  readonly database: ProbeDatabase
  readonly actors: readonly Actor[]
  readonly remember: (id: string, row: OwnedRow) => void
}

/** The village whose people a station serves: a township's own files are of one of its villages. */
export const householdOf = (unit: string): string => (unit === '500112017000' ? '500112017008' : unit)

export function makerOn({ app, database, actors, remember }: Grounds): Maker {
  let serial = 0
  const fresh = () => madeUp(serial++)
  const whoMay = (route: string, touches: string, { role, at }: { role?: string; at?: string } = {}): Actor => {
    const isOne = (one: Actor) => (role === undefined || one.role === role) && (at === undefined || one.at === at)
    const actor = actors.find((one) => judge(one, { route, touches }) === 'may' && isOne(one))
    if (!actor) throw new Error(`nobody may ${route} at ${touches}`)
    return actor
  }
  const tell = async (
    kind: 'do' | 'see',
    route: string,
    { touches, ...who }: { touches: string; role?: string; at?: string },
    body: object,
  ): Promise<Record<string, string>> => {
    const actor = whoMay(route, touches, who)
    const answer = await send(app, actor.token, messageTo(kind, route, body))
    const said = saidIn(answer)
    if (answer.status !== 200) throw new Error(`making the world: ${route} at ${touches} by ${actor.label} said ${answer.text}`)
    return said.value as Record<string, string>
  }
  const done: Maker['done'] = (route, about, body) => tell('do', route, about, body)

  const person = async (unit: string): Promise<PersonMade> => {
    const { name, citizenId, phone, address } = fresh()
    const kin = { relation: 'spouse', name: fresh().name }
    const { personId = '' } = await done(
      'person.capture',
      { touches: unit },
      {
        unitCode: unit,
        person: { name, citizenId, phone, address, householdRegion: householdOf(unit) },
        identities: [{ classCode: 'KIN-M', fromOn: '2020-01-01' }],
        kin: [kin],
      },
    )
    remember(personId, { kind: 'person', unit })
    const file = (await tell('see', 'person.get', { touches: unit }, { personId })) as unknown as Record<
      'identities' | 'kin',
      { id: string }[]
    >
    const [identityId = '', kinId = ''] = [file.identities[0]?.id, file.kin[0]?.id]
    for (const id of [identityId, kinId]) remember(id, { kind: 'work', unit })
    return { id: personId, unit, name, citizenId, phone, identityId, kinId }
  }

  const stored = async (actor: Actor, request: Request): Promise<{ fileId: string; owner: string }> => {
    const answer = await send(app, actor.token, request)
    const { id = '' } = (saidIn(answer).value ?? {}) as Record<string, string>
    if (id === '') throw new Error(`making the world: ${actor.label} could store no file: ${answer.text}`)
    remember(id, { kind: 'work', unit: actor.at })
    return { fileId: id, owner: actor.accountId }
  }
  const upload: Maker['upload'] = (unit, text, kind = 'import') =>
    stored(whoMay(kind === 'import' ? 'import.start' : 'batch.takeReturn', unit), fileOf(text, kind))
  const evidence: Maker['evidence'] = (unit) => stored(whoMay('work.attach', unit), paperTo('/api/evidence'))

  const opened = new Map<string, Promise<unknown>>()
  const openStation = async (unit: string): Promise<void> => {
    const station = { unitCode: unit, kind: 'station', name: `荣军站${unit}`, openedOn: '2020-01-01' }
    const known = opened.get(unit) ?? done('network.openUnit', { touches: unit }, station)
    opened.set(unit, known)
    await known
  }

  const account = async (unit: string): Promise<{ id: string; login: string }> => {
    await openStation(unit)
    const login = `made.${serial++}`
    const { id = '' } = await done(
      'account.open',
      { touches: unit },
      {
        login,
        name: '开出的账号',
        unitCode: unit,
        initialPassword: 'Silent-Meadow-42',
      },
    )
    remember(id, { kind: 'account', unit })
    return { id, login }
  }

  const stand = async (unit: string): Promise<Standing> => {
    const one = await person(unit)
    const visit = { personIds: [one.id], unitCode: unit, doneOn: '2026-03-01', note: `走访${one.id}` }
    const { id: visitId = '' } = await done('visit.record', { touches: unit }, visit)
    remember(visitId, { kind: 'visit', unit })
    const { id: planId = '' } = await done('plan.add', { touches: unit }, { personId: one.id, reason: 'hardship', dueOn: '2030-01-01' })
    remember(planId, { kind: 'work', unit })
    const unitCode = `${unit}-1`
    const opened = { unitCode, kind: 'postHouse', name: `荣军站${unitCode}`, openedOn: '2020-01-01' }
    await done('network.openUnit', { touches: unit }, opened)
    const post = {
      unitCode,
      staffName: '任职人',
      postType: 'fullTime',
      isVeteran: true,
      isPartyMember: false,
      duties: ['head'],
      fromOn: '2024-01-01',
    }
    const { postId = '' } = await done('network.appointStaff', { touches: unit }, post)
    remember(postId, { kind: 'work', unit })
    return { person: one, visitId, planId, unitCode, postId, accountId: (await account(unit)).id }
  }
  const standings = new Map<string, Promise<Standing>>()
  const standing: Maker['standing'] = (unit) => {
    const known = standings.get(unit) ?? stand(unit)
    standings.set(unit, known)
    return known
  }

  const transferOf: Maker['transferOf'] = async (unit, personId) => {
    const { rows } = await database.ownerPool.query<{ id: string }>(
      "select id from registry.transfer_requests where unit_code = $1 and person_id = $2 and direction = 'toDecide'",
      [unit, personId],
    )
    const id = rows[0]?.id ?? ''
    remember(id, { kind: 'work', unit })
    return id
  }
  const suspicionOf: Maker['suspicionOf'] = async (unit, name) => {
    const { rows } = await database.ownerPool.query<{ id: string; person_id: string; other_id: string }>(
      `select s.id, s.person_id, s.other_id from registry.duplicate_suspicions s
         join registry.people p on p.bureau_code = s.bureau_code and p.id = s.person_id where s.unit_code = $1 and p.name = $2`,
      [unit, name],
    )
    const found = rows[0]
    if (!found) throw new Error(`making the world: nobody at ${unit} is suspected to have two files`)
    for (const id of [found.person_id, found.other_id]) remember(id, { kind: 'person', unit })
    remember(found.id, { kind: 'work', unit })
    return found.id
  }
  const endObjections: Maker['endObjections'] = async (place, year) => {
    await database.ownerPool.query('update indicators.assessments set objections_to = $3 where unit_code = $1 and year = $2', [
      place,
      year,
      '2020-01-01',
    ])
  }
  const closeWindow: Maker['closeWindow'] = async (cohortId) => {
    await database.ownerPool.query(
      `update placement.cohorts set published_on = published_on - 400, window_closes_on = current_date - 30 where id = $1`,
      [cohortId],
    )
  }
  const stationOf = (county: string): string => STATIONS.find((one) => one.startsWith(county.slice(0, 6))) ?? county
  const monthAt: Maker['monthAt'] = async (county, state) => {
    // A county without a station of the world has nobody of its own: then only the month is asked about.
    const station = stationOf(county)
    const personId = station === county ? randomUUID() : (await person(station)).id
    const runId = uuidv7()
    await insertMonth(database.ownerPool, { runId, personId, county, serial: serial++, state })
    remember(runId, { kind: 'work', unit: county })
    return runId
  }
  const payableMonthAt: Maker['payableMonthAt'] = async (county) => {
    const runId = await monthAt(county, 'approved')
    const { rows } = await database.ownerPool.query<{ id: string }>('select person_id as id from benefits.lines where run_id = $1', [runId])
    const personId = rows[0]?.id ?? ''
    await entitledAt(county, { personId, isApproved: true })
    await database.ownerPool.query(
      `update benefits.entitlements set payee_bank = '探针银行', payee_account = '\\x00', payee_label = '探*' where person_id = $1`,
      [personId],
    )
    return { runId, fundId: await filledFundAt(county, 'benefit') }
  }
  const entitledAt: Maker['entitledAt'] = async (county, { personId, isApproved }) => {
    await database.ownerPool.query(
      `insert into benefits.entitlements (bureau_code, unit_code, person_id, class_code, id, service_years, born_on, place, from_on, pays_from, is_minor,
              applied_on, applied_at, applied_by, approved_on, approved_at, approved_by)
       values (left($1, 6), $1, $2, 'KIN-M', $3, 0, '1950-01-01', $1, '2020-01-01', '2020-01-01', false, '2026-01-01', '2026-01-01', $4,
              case when $5 then date '2026-01-01' end, case when $5 then timestamptz '2026-01-01' end, case when $5 then $6::uuid end)`,
      [county, personId, uuidv7(), randomUUID(), isApproved, randomUUID()],
    )
  }
  const confirmedAt: Maker['confirmedAt'] = async (county) => {
    const { identityId } = await person(stationOf(county))
    await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where id = $1`, [identityId])
  }
  const fundAt: Maker['fundAt'] = async (unit, fundKind = 'aid') => {
    const fund = { place: unit, parentId: null, fundKind, name: `探针资金 ${serial++}`, purpose: null }
    const { accountId = '' } = await done('fund.open', { touches: unit }, fund)
    remember(accountId, { kind: 'work', unit })
    return accountId
  }
  // No role pays in the books of a province.
  const handsAt = (unit: string) => ({
    madeBy: whoMay('fund.propose', unit).accountId,
    checkedBy: whoMay('fund.approve', unit).accountId,
    paidBy: actors.find((one) => judge(one, { route: 'batch.pay', touches: unit }) === 'may')?.accountId ?? randomUUID(),
  })
  const filledFundAt: Maker['filledFundAt'] = async (unit, fundKind) => {
    const accountId = await fundAt(unit, fundKind)
    const { madeBy, checkedBy } = handsAt(unit)
    await pourInto(database.appPool, unit, { accountId, madeBy, checkedBy, fen: 1_000_000n })
    return accountId
  }
  const batch: Maker['batch'] = async (unit, stage) => {
    const made = await openBatchAt(database.appPool, unit, { accountId: await fundAt(unit), stage, ...handsAt(unit) })
    remember(made.batchId, { kind: 'work', unit })
    return made
  }
  const allocation: Maker['allocation'] = async (unit) => ({
    allocationId: await allocateTo(database.appPool, unit, handsAt(unit)),
    accountId: await fundAt(unit),
  })
  const stopPayments: Maker['stopPayments'] = async (unit) => {
    await fundAt(unit)
    await stopAt(database.appPool, unit)
  }
  const note: Maker['remember'] = (id, unit) => remember(id, { kind: 'work', unit })
  return {
    stations: STATIONS,
    transferOf,
    suspicionOf,
    remember: note,
    rememberOwn: (id, unit, personId) => remember(id, { kind: 'work', unit, person: personId }),
    closeWindow,
    endObjections,
    monthAt,
    payableMonthAt,
    entitledAt,
    confirmedAt,
    batch,
    allocation,
    stopPayments,
    fundAt,
    filledFundAt,
    claimOn: (claim) => advanceClaim(database.ownerPool, claim),
    upload,
    evidence,
    person,
    standing,
    done,
    doer: (route, touches) => whoMay(route, touches).accountId,
    account,
    nobody: () => (serial % 2 === 0 ? uuidv7() : randomUUID()),
    fresh,
  }
}

/** A month of pay as it stands, with a line and a failure of one person; each of a month of its own, long ago. */
async function insertMonth(
  pool: Pool,
  { runId, personId, county, serial, state }: { runId: string; personId: string; county: string; serial: number; state: string },
): Promise<void> {
  const of = [county.slice(0, 6), runId, county]
  const month = `(date '1950-01-01' + interval '${serial} months')::date`
  const isSettled = state === 'approved' || state === 'returned'
  await pool.query(
    `insert into benefits.runs (bureau_code, id, unit_code, month, state, known_on, started_at, started_by, since, people, lines, failed, total_fen,
            recover_fen, facts_hash, versions, rates, computed_at, reviewed_at, reviewed_by, settled_at, settled_by, settled_why)
     values ($1, $2, $3, ${month}, $6, '2026-01-01', '2026-01-01', $4, ${month}, 1, 1, 1, 100, 0, 'none', '[]', '[]', '2026-01-01',
            case when $7 then timestamptz '2026-01-01' end, case when $7 then $4::uuid end,
            case when $8 then timestamptz '2026-01-01' end, case when $8 then $5::uuid end, case when $8 then '有差错' end)`,
    [...of, uuidv7(), uuidv7(), state, state !== 'computed', isSettled],
  )
  await pool.query(
    `insert into benefits.lines (bureau_code, run_id, unit_code, person_id, class_code, kind, month, amount_fen, paid_fen, why, rate_no)
     values ($1, $2, $3, $4, 'KIN-M', 'pension', ${month}, 100, 0, 'new', -1)`,
    [...of, personId],
  )
  await pool.query(
    `insert into benefits.run_failures (bureau_code, run_id, unit_code, person_id, why, class_code) values ($1, $2, $3, $4, 'no-rate', 'KIN-D')`,
    [...of, personId],
  )
}
