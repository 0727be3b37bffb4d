import { monthOfDay } from '../domain/months.ts'
import { makePlanTable, type PlanTable } from './fact-plans.ts'
import { PERSON_STEP, type StreamedFact } from './fact-stream.ts'
import { type Groups, groupBy } from './group-by.ts'
import { makeGrowing, makeGrowingLarge } from './growing.ts'
import { makeNodeTable, type NodeTable } from './node-table.ts'
import { makePersonTable, type PersonTable } from './person-table.ts'

/** Facts side by side in columns, once each, with whose and where they are as numbers. */
export interface GatheredFacts {
  readonly nodes: NodeTable
  readonly plans: PlanTable
  readonly persons: PersonTable
  /** The facts at each node's own place. */
  readonly byNode: Groups
  readonly plan: Int32Array
  readonly month: Int32Array
  readonly quantity: Float64Array
  /** The serial of the unit at its place, 0 for none. */
  readonly serial: Int32Array
  readonly personCount: Int32Array
  /** Where a fact's persons begin in `person`; a fact that counts nobody once names nobody there. */
  readonly personsFrom: Int32Array
  readonly person: Int32Array
  /** The only node at which a person was met, or {@link MOVED}. */
  readonly homeOf: Int32Array
}

export const MOVED = -2

/** Takes a stream of facts in; `gathered` closes it. About 32 bytes a fact. */
export function openGathering(): { take: (fact: StreamedFact) => void; gathered: () => GatheredFacts } {
  const [nodes, plans, persons] = [makeNodeTable(), makePlanTable(), makePersonTable()]
  const [node, plan, month, serial] = [makeGrowing(), makeGrowing(), makeGrowing(), makeGrowing()]
  const [personCount, personsFrom, person, homes] = [makeGrowing(), makeGrowing(), makeGrowing(), makeGrowing()]
  const quantity = makeGrowingLarge()
  const meet = (met: number, at: number): void => {
    person.push(met)
    if (met === homes.size()) homes.push(at)
    else if (homes.get(met) !== at) homes.set(met, MOVED)
  }
  const take = (fact: StreamedFact): void => {
    const [at, planned] = [nodes.indexOf(fact.place), plans.indexOf(fact)]
    node.push(at)
    plan.push(planned)
    month.push(monthOfDay(fact.day))
    serial.push(fact.serial)
    quantity.push(fact.quantity)
    personCount.push(fact.persons)
    personsFrom.push(person.size())
    if (plans.planAt(planned).distinct.length === 0) return
    for (let one = 0; one < fact.persons; one += 1) meet(persons.indexOf(fact.bytes, fact.personsAt + one * PERSON_STEP), at)
  }
  const gathered = (): GatheredFacts => ({
    ...{ nodes, plans, persons, byNode: groupBy(node.values(), nodes.size()) },
    ...{ plan: plan.values(), month: month.values(), quantity: quantity.values(), serial: serial.values() },
    ...{ personCount: personCount.values(), personsFrom: personsFrom.values(), person: person.values(), homeOf: homes.values() },
  })
  return { take, gathered }
}
