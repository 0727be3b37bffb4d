import type { Condition, DecisionTable, Row } from './decision-table.ts'
import type { EligibilityFacts, Way } from './facts.ts'

/** How a row answered: each condition with what it found, so that a person can be told why. */
export interface RowAnswer {
  readonly row: string
  readonly way: Way
  readonly article: string
  readonly holds: boolean
  readonly conditions: readonly { readonly code: string; readonly article: string; readonly need: Need; readonly holds: boolean }[]
}

type Need = 'all' | 'any' | 'none'

export interface Decision {
  readonly tableVersion: string
  readonly row: string
  readonly way: Way
  readonly article: string
  readonly choices: readonly { readonly way: Way; readonly article: string }[]
  /** The rows that were asked, down to the one that gave the way. */
  readonly answers: readonly RowAnswer[]
}

const asked = (conditions: readonly Condition[], need: Need, facts: EligibilityFacts): RowAnswer['conditions'] =>
  conditions.map(({ code, article, holds }) => ({ code, article, need, holds: holds(facts) }))

function answerOf(row: Row, facts: EligibilityFacts): RowAnswer {
  const [all, any, none] = [asked(row.all, 'all', facts), asked(row.any, 'any', facts), asked(row.none, 'none', facts)]
  const holds = all.every((one) => one.holds) && (any.length === 0 || any.some((one) => one.holds)) && none.every((one) => !one.holds)
  return { row: row.code, way: row.way, article: row.article, holds, conditions: [...all, ...any, ...none] }
}

/**
 * The way of placement (安置条例 for soldiers, 保障法 for officers: the tables of C2 and C1): the first row that holds.
 * @throws where no row holds, which a table must not let happen
 */
export function decide(table: DecisionTable, facts: EligibilityFacts): Decision {
  const answers = table.rows.map((row) => answerOf(row, facts))
  const at = answers.findIndex(({ holds }) => holds)
  const row = table.rows[at]
  if (!row) throw new Error(`table ${table.version} has no row for everybody`)
  return {
    tableVersion: table.version,
    row: row.code,
    way: row.way,
    article: row.article,
    choices: row.choices(facts),
    answers: answers.slice(0, at + 1),
  }
}
