import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { MyRound } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { nextTurn } from '../../domain/engine/turns/turns.ts'
import { Candidate } from '../../domain/record/opening.ts'
import { receiptOf } from '../../domain/record/receipt.ts'
import { officeNumber } from '../rounds/commit-round.ts'
import { isComputed, type RoundRow } from '../rounds/round-rows.ts'
import { openSalt } from '../rounds/salt.ts'
import { sha256 } from '../rounds/sha256.ts'
import { SHIPPED_SCHEMES } from '../scores/shipped-schemes.ts'
import { findOwnDesk, myListsOf, type OwnDesk } from './own-desk.ts'
import { findOwnTurns } from './own-turns.ts'

interface OwnRow {
  round_id: string
  candidate_id: string
  title: string
  number: number
  year: number
  season: 'spring' | 'autumn'
  group_code: string
  position: number | null
  proxy: string[] | null
  commitment: string
  salt: Buffer
  entry: string
  outcome: MyRound['outcome']
  post_code: string | null
  post_title: string | null
  open_then: string[] | null
  links: { seq: number; hash: string }[]
  list: string[] | null
  why: unknown
}

/** The record names items by code; a person reads their names. Of a table that an office has entered the code stands alone. */
const ITEM_NAMES = new Map(SHIPPED_SCHEMES.flatMap(({ items }) => items.map(({ code, zh }) => [code, zh])))

/** Whether it is the person whom an open round waits for. Who has a post, or is out of it, is not: the round need not be played again. */
async function isOwnTurn(tx: Tx, { round_id, outcome }: OwnRow, { state, way }: OwnDesk): Promise<boolean> {
  const mayTurn = state === 'open' && !isComputed({ way: way as RoundRow['way'] }) && (outcome === null || outcome === 'deferred')
  const own = mayTurn ? await findOwnTurns(tx, round_id) : undefined
  return own !== undefined && nextTurn(own.turns)?.candidate === own.pseudonym
}

type Own = OwnDesk & { readonly isTurn: boolean }

function toRound({ secrets, now }: Pick<ViewContext, 'secrets' | 'now'>, row: OwnRow, own: Own): MyRound {
  const { lines, marks, composite } = Candidate.parse(JSON.parse(row.entry))
  const salt = openSalt(secrets, { roundId: row.round_id, candidateId: row.candidate_id, salt: row.salt })
  const receipt = receiptOf(sha256, {
    round: row.round_id,
    commitment: row.commitment,
    person: officeNumber(row, row.number),
    salt,
    links: row.links,
  })
  return {
    roundId: row.round_id,
    title: row.title,
    number: row.number,
    position: row.position,
    isTurn: own.isTurn,
    lines: lines.map((line) => ({ ...line, zh: ITEM_NAMES.get(line.item) ?? line.item })),
    marks,
    composite,
    outcome: row.outcome,
    post: row.post_code === null ? null : { code: row.post_code, title: row.post_title ?? row.post_code },
    openThen: row.open_then,
    list: row.list ?? row.proxy,
    way: own.way,
    lists: myListsOf(own, Date.parse(now)),
    why: row.why === null ? null : contract.Why.parse(row.why),
    receipt,
  }
}

/** Only the person sees a receipt: whoever acts with authority for some kinds of matters does not. */
export const seeMyRounds = view(contract.seeMyRounds, {
  grant: 'own.read',
  where: (_, { actor }) => actor.unitCode,
  async run(context) {
    const { tx, actor } = context
    if (!actor.person || actor.person.agent) return { rounds: [] }
    const { rows } = await tx.query<OwnRow>(
      `select p.round_id, p.candidate_id, p.title, p.number, c.year, c.season, c.group_code, p.position, p.proxy, p.commitment, p.salt, p.entry,
              p.outcome, p.post_code, p.post_title, p.open_then, p.links, p.list, p.why
         from placement.round_people p join placement.candidates c on c.bureau_code = p.bureau_code and c.id = p.candidate_id
        where p.person_id = $1 and p.pseudonym is not null order by p.round_id desc`,
      [actor.person.id],
    )
    const rounds: MyRound[] = []
    for (const row of rows) {
      const own = await findOwnDesk(tx, row.round_id)
      if (own) rounds.push(toRound(context, row, { ...own, isTurn: await isOwnTurn(tx, row, own) }))
    }
    return { rounds }
  },
})
