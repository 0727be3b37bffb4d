import { z } from 'zod'
import type { Tx } from '../../../../platform/database/tx.ts'
import { takeStep } from '../../domain/engine/turns/take-step.ts'
import { openTurns, type Turns } from '../../domain/engine/turns/turns.ts'
import { Link } from '../../domain/record/events.ts'
import { Opening } from '../../domain/record/opening.ts'

/** A live round by turns as the person on /me takes their turn in it: of others nothing but what decides about posts. */
export interface OwnTurns {
  readonly way: string
  readonly pseudonym: string
  readonly lastHash: string | null
  readonly lastMs: number
  readonly turns: Turns
}

interface TurnsRow {
  way: string
  last_hash: string | null
  last_ms: bigint
  opening: unknown
  people: string[]
  links: unknown
  pseudonym: string
}

/**
 * Plays the round again as far as it has gone. Undefined where the person does not take part or the round is not live.
 * @throws where a stored link does not follow from those before it: then nothing more is said in it
 */
export async function findOwnTurns(tx: Tx, roundId: string): Promise<OwnTurns | undefined> {
  const { rows } = await tx.query<TurnsRow>(
    'select way, last_hash, last_ms, opening, people, links, pseudonym from placement.own_turns($1)',
    [roundId],
  )
  const [row] = rows
  if (!row) return undefined
  const turns = openTurns(Opening.parse(row.opening), row.people)
  for (const { seq, at, what } of z.array(Link).parse(row.links)) {
    const taken = takeStep(turns, { at, what })
    if (!taken.ok) throw new Error(`round ${roundId}: link ${seq} does not follow: ${taken.refusal}`)
  }
  const { way, pseudonym, last_hash, last_ms } = row
  return { way, pseudonym, lastHash: last_hash, lastMs: Number(last_ms), turns }
}
