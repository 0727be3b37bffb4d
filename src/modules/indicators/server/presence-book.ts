import { Buffer } from 'node:buffer'
import { isVillage } from '../domain/nodes.ts'
import { linksOf } from '../domain/presence.ts'
import type { CopyWriter } from './copy-writer.ts'
import { makeGrowing } from './growing.ts'
import type { NodeTable } from './node-table.ts'
import type { PersonTable } from './person-table.ts'
import { columnsOf } from './presence-rows.ts'

/** Who was counted where and when, under construction, for one measure of distinct persons. */
export interface PresenceBook {
  readonly add: (person: number, unit: number, at: { month: number; net: number }) => void
  /** Rows of indicators.presence and indicators.links, one with each step. Links come after all presence. */
  readonly writePresence: (writer: CopyWriter) => Generator<void>
  readonly writeLinks: (writer: CopyWriter) => Generator<void>
}

interface Parts {
  readonly measure: string
  readonly persons: PersonTable
  readonly nodes: NodeTable
  /** A unit's code and the node of its place, by its number. */
  readonly unitAt: (unit: number) => { code: string; node: number }
}

/** A unit with the nodes above it that keep links. */
interface LinkedUnit {
  readonly code: Uint8Array
  readonly linked: readonly number[]
}

const MONTHS = 65_536

export function makePresenceBook({ measure, persons, nodes, unitAt }: Parts): PresenceBook {
  const [who, where, when, nets] = [makeGrowing(), makeGrowing(), makeGrowing(), makeGrowing()]
  const links = new Map<number, number>()
  const name = Buffer.from(measure)
  const known = new Map<number, LinkedUnit>()
  const add: PresenceBook['add'] = (person, unit, { month, net }) => {
    who.push(person)
    where.push(unit)
    when.push(month)
    nets.push(net)
  }
  const unitOf = (unit: number): LinkedUnit => {
    const found = known.get(unit)
    if (found) return found
    const { code, node } = unitAt(unit)
    const linked: number[] = []
    for (let above = node; above >= 0; above = nodes.parentOf(above)) if (!isVillage(nodes.codeAt(above))) linked.push(above)
    const linkedUnit = { code: Buffer.from(code), linked }
    known.set(unit, linkedUnit)
    return linkedUnit
  }
  const link = (node: number, months: readonly number[]): void => {
    let prev = 0
    for (const month of months) {
      const key = (node * MONTHS + month) * MONTHS + prev
      links.set(key, (links.get(key) ?? 0) + 1)
      prev = month
    }
  }
  const linkMany = (units: readonly { unit: number; months: readonly number[] }[]): void => {
    const byNode = new Map<number, number[]>()
    for (const { unit, months } of units) {
      for (const node of unitOf(unit).linked) byNode.set(node, [...(byNode.get(node) ?? []), ...months])
    }
    for (const [node, months] of byNode)
      link(
        node,
        linksOf(months).map(({ month }) => month),
      )
  }
  function* writePresence(writer: CopyWriter): Generator<void> {
    const [unitsOf, monthsOf, netsOf] = [where.values(), when.values(), nets.values()]
    for (const { person, rows } of groupByPerson(who.values(), persons.size())) {
      const keys = Float64Array.from(rows, (row) => (unitsOf[row] ?? 0) * MONTHS + (monthsOf[row] ?? 0))
      const units = talliesOf(keys, (at) => netsOf[rows[at] ?? 0] ?? 0)
      const quarters = persons.quartersOf(person)
      for (const { unit, months, odd } of units) {
        writer.row(6)
        writer.head(unitOf(unit).code)
        writer.text(name)
        writer.uuid(quarters)
        writer.array('int2', months)
        writer.array('int4', odd)
        yield
      }
      const [only] = units
      if (units.length === 1 && only) for (const node of unitOf(only.unit).linked) link(node, only.months)
      else linkMany(units)
    }
  }
  function* writeLinks(writer: CopyWriter): Generator<void> {
    for (const [key, count] of links) {
      writer.row(6)
      writer.head(nodes.bytesAt(Math.floor(key / (MONTHS * MONTHS))))
      writer.text(name)
      writer.int2(Math.floor(key / MONTHS) % MONTHS)
      writer.int2(key % MONTHS)
      writer.int8(count)
      yield
    }
  }
  return { add, writePresence, writeLinks }
}

/** One person's months by unit, from keys of unit and month in any order: those that count, and the odd nets. */
function talliesOf(keys: Float64Array, netAt: (at: number) => number): { unit: number; months: number[]; odd: number[] }[] {
  const nets = new Map<number, Map<number, number>>()
  keys.forEach((key, at) => {
    const [unit, month] = [Math.floor(key / MONTHS), key % MONTHS]
    const tally = nets.get(unit) ?? nets.set(unit, new Map()).get(unit)
    tally?.set(month, (tally.get(month) ?? 0) + netAt(at))
  })
  return [...nets].map(([unit, tally]) => {
    for (const [month, net] of tally) if (net === 0) tally.delete(month)
    const { months, nets: odd } = columnsOf(tally)
    return { unit, months, odd }
  })
}

/** The rows of each person, by a counting sort. */
function* groupByPerson(who: Int32Array, size: number): Generator<{ person: number; rows: Int32Array }> {
  const starts = new Int32Array(size + 1)
  for (const person of who) starts[person + 1] = (starts[person + 1] ?? 0) + 1
  for (let person = 0; person < size; person += 1) starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0)
  const [order, next] = [new Int32Array(who.length), starts.slice()]
  for (let row = 0; row < who.length; row += 1) {
    const person = who[row] ?? 0
    order[next[person] ?? 0] = row
    next[person] = (next[person] ?? 0) + 1
  }
  for (let person = 0; person < size; person += 1) {
    const rows = order.subarray(starts[person], starts[person + 1])
    if (rows.length > 0) yield { person, rows }
  }
}
