import { Buffer } from 'node:buffer'
import type { CopyWriter } from './copy-writer.ts'
import { type GatheredFacts, MOVED } from './gather-facts.ts'
import { type LinkBook, makeLinkBook } from './link-book.ts'
import { makePlaceNets, type PlaceNets, type Stay } from './place-nets.ts'
import { makeRoamers, type Roamers } from './roamers.ts'

export interface PresenceWalk {
  /** Writes the rows of indicators.presence, place by place; goes on after each place. */
  readonly writePresence: (writer: CopyWriter) => Generator<void>
  /** Writes the rows of indicators.links, once presence is through. */
  readonly writeLinks: (writer: CopyWriter) => Generator<void>
}

/** What is being made for one measure of distinct persons. */
interface Counted {
  readonly name: string
  readonly nets: PlaceNets
  readonly links: LinkBook
  readonly roamers: Roamers
}

/**
 * Who was counted where and when. A person's months at a unit are put together at its place, where all its facts lie.
 * Who was met at one place only is linked there, and the sweep carries that upward; those who moved are put together last.
 */
export function walkPresence(facts: GatheredFacts): PresenceWalk {
  const { nodes, plans, byNode, persons } = facts
  const counted = plans.distinctMeasures.map(
    (name): Counted => ({ name, nets: makePlaceNets(), links: makeLinkBook(nodes), roamers: makeRoamers() }),
  )
  function* writePresence(writer: CopyWriter): Generator<void> {
    const quarters = persons.quarters()
    for (const node of nodes.inOrder()) {
      for (const fact of byNode.of(node)) enter(counted, facts, fact)
      for (const one of counted) if (!one.nets.isEmpty()) writePlace(writer, one, { node, facts, quarters })
      yield
    }
  }
  function* writeLinks(writer: CopyWriter): Generator<void> {
    for (const { name, links, roamers } of counted) {
      for (const stays of roamers.byPerson(persons.size())) links.roam(stays)
      links.sweepUp()
      yield* links.write(writer, name)
    }
  }
  return { writePresence, writeLinks }
}

function enter(counted: readonly Counted[], facts: GatheredFacts, fact: number): void {
  const { distinct } = facts.plans.planAt(facts.plan[fact] ?? 0)
  if (distinct.length === 0) return
  const [serial, month, net] = [facts.serial[fact] ?? 0, facts.month[fact] ?? 0, facts.quantity[fact] ?? 0]
  const from = facts.personsFrom[fact] ?? 0
  for (let at = from; at < from + (facts.personCount[fact] ?? 0); at += 1) {
    for (const measure of distinct) counted[measure]?.nets.add(facts.person[at] ?? 0, serial, { month, net })
  }
}

interface Place {
  readonly node: number
  readonly facts: GatheredFacts
  readonly quarters: Uint32Array
}

/** Writes one measure's rows of one place, and passes the months of each person on to the links. */
function writePlace(writer: CopyWriter, { name, nets, links, roamers }: Counted, { node, facts, quarters }: Place): void {
  const [text, own] = [Buffer.from(name), facts.nodes.bytesAt(node)]
  const pass = (person: number, months: readonly number[]): void => {
    if (facts.homeOf[person] === MOVED) roamers.add(person, node, months)
    else links.settle(node, months)
  }
  let [person, months]: [number, readonly number[]] = [-1, []]
  for (const stay of nets.drain()) {
    if (stay.months.length > 0 || stay.nets.length > 0) {
      writer.row(6)
      writer.head(stay.serial === 0 ? own : Buffer.concat([own, Buffer.from(`-${stay.serial}`)]))
      writer.text(text)
      writer.uuid(quarters, stay.person * 4)
      writer.array('int2', stay.months)
      writer.array('int4', stay.nets)
    }
    if (stay.person !== person) {
      pass(person, months)
      ;[person, months] = [stay.person, stay.months]
    } else months = union(months, stay)
  }
  pass(person, months)
}

/** The months of a person at several units of one place. */
const union = (months: readonly number[], stay: Stay): number[] => [...new Set([...months, ...stay.months])].toSorted((a, b) => a - b)
