import { isVillage } from '../domain/nodes.ts'
import { addTally, linksOf, monthsOf, type Tally } from '../domain/presence.ts'
import { makeGrowing } from './growing.ts'
import type { NodeTable } from './node-table.ts'
import type { PersonTable } from './person-table.ts'
import { columnsOf } from './presence-rows.ts'

/** Who was counted where and when, under construction, for one measure of distinct persons. */
export interface PresenceBook {
  readonly add: (person: number, unit: number, at: { month: number; net: number }) => void
  /** Rows of indicators.presence and indicators.links as lines of COPY text. Links come after all presence. */
  readonly presenceLines: () => Generator<string>
  readonly linkLines: () => Generator<string>
}

interface Parts {
  readonly measure: string
  readonly persons: PersonTable
  readonly nodes: NodeTable
  /** A unit's code and the node of its place, by its number. */
  readonly unitAt: (unit: number) => { code: string; node: number }
}

const MONTHS = 65_536

export function makePresenceBook({ measure, persons, nodes, unitAt }: Parts): PresenceBook {
  const [who, where, when, nets] = [makeGrowing(), makeGrowing(), makeGrowing(), makeGrowing()]
  const links = new Map<number, number>()
  const add: PresenceBook['add'] = (person, unit, { month, net }) => {
    who.push(person)
    where.push(unit)
    when.push(month)
    nets.push(net)
  }
  const link = (node: number, months: Iterable<number>): void => {
    for (const { month, prev } of linksOf(months)) {
      const key = (node * MONTHS + month) * MONTHS + prev
      links.set(key, (links.get(key) ?? 0) + 1)
    }
  }
  const linkAll = (units: ReadonlyMap<number, Tally>): void => {
    const byNode = new Map<number, number[]>()
    for (const [unit, tally] of units) {
      for (let node = unitAt(unit).node; node >= 0; node = nodes.parentOf(node)) {
        if (!isVillage(nodes.codeAt(node))) byNode.set(node, [...(byNode.get(node) ?? []), ...monthsOf(tally)])
      }
    }
    for (const [node, months] of byNode) link(node, months)
  }
  function* presenceLines(): Generator<string> {
    for (const { person, rows } of groupByPerson(who.values(), persons.size())) {
      const units = new Map<number, Tally>()
      for (const row of rows) {
        const unit = where.values()[row] ?? 0
        units.set(unit, addTally(units.get(unit) ?? new Map(), new Map([[when.values()[row] ?? 0, nets.values()[row] ?? 0]])))
      }
      linkAll(units)
      for (const [unit, tally] of units) {
        const { months, nets: odd } = columnsOf(tally)
        const { code } = unitAt(unit)
        yield `${code.slice(0, 6)}\t${code}\t${measure}\t${persons.textOf(person)}\t{${months.join(',')}}\t{${odd.join(',')}}\n`
      }
    }
  }
  function* linkLines(): Generator<string> {
    for (const [key, count] of links) {
      const node = nodes.codeAt(Math.floor(key / (MONTHS * MONTHS)))
      yield `${node.slice(0, 6)}\t${node}\t${measure}\t${Math.floor(key / MONTHS) % MONTHS}\t${key % MONTHS}\t${count}\n`
    }
  }
  return { add, presenceLines, linkLines }
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
