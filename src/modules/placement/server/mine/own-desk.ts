import { z } from 'zod'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { MyRound } from '../../contract.ts'
import { TwoWayRules } from '../../contract-computed.ts'
import { type Desk, openDesk } from '../../domain/engine/desk/desk.ts'
import { takeDeskStep } from '../../domain/engine/desk/take-desk-step.ts'
import { isOpenTo } from '../../domain/engine/open-to.ts'
import { Link } from '../../domain/record/events.ts'
import { Opening } from '../../domain/record/opening.ts'
import { phaseAt } from '../computed/windows.ts'

/** A round as the person on /me may know it: of all people only the own entry. */
export interface OwnDesk {
  readonly state: string
  readonly way: string
  readonly twoWay: TwoWayRules | undefined
  readonly seq: number
  readonly lastHash: string | null
  readonly lastMs: number
  readonly opening: Opening
  readonly links: readonly Link[]
}

interface DeskRow {
  state: string
  way: string
  settings: unknown
  seq: number
  last_hash: string | null
  last_ms: bigint
  opening: unknown
  links: unknown
}

const Settings = z.object({ twoWay: TwoWayRules.optional() })

/** Undefined where the person does not take part. */
export async function findOwnDesk(tx: Tx, roundId: string): Promise<OwnDesk | undefined> {
  const { rows } = await tx.query<DeskRow>(
    'select state, way, settings, seq, last_hash, last_ms, opening, links from placement.own_desk($1)',
    [roundId],
  )
  const [row] = rows
  return (
    row && {
      state: row.state,
      way: row.way,
      twoWay: Settings.parse(row.settings).twoWay,
      seq: row.seq,
      lastHash: row.last_hash,
      lastMs: Number(row.last_ms),
      opening: Opening.parse(row.opening),
      links: z.array(Link).parse(row.links),
    }
  )
}

/** The desk with nobody at it but the person: enough to know what they may list. */
export function ownDeskOf({ opening, links }: OwnDesk): Desk {
  const desk = openDesk(
    opening,
    opening.candidates.map(({ pseudonym }) => pseudonym),
  )
  for (const { at, what } of links) if (what.kind !== 'computed' && what.kind !== 'closed') takeDeskStep(desk, { at, what })
  return desk
}

/** What may be listed and until when; null where no list is asked for. */
export function myListsOf(own: OwnDesk, at: number): MyRound['lists'] {
  const [me] = own.opening.candidates
  if (!own.twoWay || !me || !['drawn', 'open'].includes(own.state)) return null
  const desk = ownDeskOf(own)
  const posts = [...desk.posts.values()].filter((post) => !desk.withdrawn.has(post.id) && isOpenTo(post, me))
  const isIn = !desk.removed.has(me.pseudonym) && !own.links.some(({ what }) => what.kind === 'computed')
  return {
    until: own.twoWay.listsUntil,
    most: own.twoWay.mostListed,
    isOpen: isIn && phaseAt(own.twoWay, { isOpen: own.state === 'open', at }) === 'lists',
    posts: posts.map(({ id, employer, kind, seats, place }) => ({ code: id, title: employer, kind, seats, place })),
  }
}
