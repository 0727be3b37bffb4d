import type { PlainDate } from '../../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../../src/kernel/region-code.ts'
import { diceOf } from '../../dice.ts'
import { writeClients } from '../clients.ts'
import { dayWithin, signerOf } from '../ground.ts'
import type { ScenarioGround, ScenarioPlace } from '../scenario.ts'
import { sharesOf } from '../shares.ts'

export const VISIT_TABLES = ['casework.visits', 'casework.visit_people'] as const

const VISITS = `casework.visits (bureau_code, id, unit_code, made_by_unit, done_on, reason, way, deliveries, goods, goods_value_fen, note,
  recorded_by, recorded_at)`
const VISIT_PEOPLE = 'casework.visit_people (bureau_code, visit_id, person_id, unit_code, done_on)'

/** 188,000 clients, each seen in every one of eight rounds: 1,504,000 person-times (document 003). */
const CLIENTS = 188_000
const CAPTURED_BY = '2020-01-31' as PlainDate
/** A round ends before the next begins; which of the six deliveries goes around with it. */
const ROUNDS = [
  ['2020-02-10', '2020-03-31', 'policy'],
  ['2020-04-10', '2020-05-31', 'job'],
  ['2020-07-15', '2020-08-10', 'honour'],
  ['2020-09-01', '2020-10-20', 'skill'],
  ['2020-11-01', '2020-12-20', 'safeguard'],
  ['2021-01-15', '2021-02-10', 'help'],
  ['2021-03-05', '2021-04-20', 'policy'],
  ['2021-05-01', '2021-06-20', 'job'],
] as const

/** How many are seen at once: neighbours and families. */
const TOGETHER = 4

/** Visits of a station: every round to all of its clients, a few at once. */
function writeRounds(
  { copier, fact }: ScenarioGround,
  { unitCode, personIds }: { unitCode: UnitCode; personIds: readonly string[] },
): void {
  const [dice, bureau, signer] = [diceOf('rounds', unitCode), unitCode.slice(0, 6), signerOf(unitCode)]
  for (const [from, to, delivery] of ROUNDS) {
    const reason = delivery === 'honour' ? 'armyDay' : delivery === 'help' ? 'springFestival' : 'sixDeliveries'
    for (let at = 0; at < personIds.length; at += TOGETHER) {
      const seen = personIds.slice(at, at + TOGETHER)
      const on = dayWithin(dice, from, to)
      const id = dice.uuid(Date.parse(on))
      copier.row(VISITS, [bureau, id, unitCode, unitCode, on, reason, 'home', [delivery], null, 0, null, signer, `${on}T03:30:00Z`])
      for (const personId of seen) copier.row(VISIT_PEOPLE, [bureau, id, personId, unitCode, on])
      fact({ kind: 'visit.done', on, unitCode, personIds: seen, dimensions: { reason, way: 'home' } })
      fact({ kind: 'delivery.made', on, unitCode, personIds: seen, dimensions: { delivery } })
    }
  }
}

/** The clients of the stations of villages, and the rounds of visits to them with the six deliveries. */
export async function writeVisits(ground: ScenarioGround, units: readonly ScenarioPlace[]): Promise<void> {
  const villages = units.filter(({ tier }) => tier === 'village')
  const people = sharesOf(
    CLIENTS,
    villages.map(({ code }) => 0.4 + diceOf('weight', code).share()),
    1,
  )
  const stations = villages.map((place, at) => ({ place, people: people[at] ?? 1 }))
  await writeClients(ground, { stations, until: CAPTURED_BY, each: (clients) => writeRounds(ground, clients) })
}
