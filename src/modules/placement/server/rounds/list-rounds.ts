import { rangeOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { RoundLine } from '../../contract-round-views.ts'
import * as contract from '../../contract-round-views.ts'

interface LineRow {
  id: string
  title: string
  way: string
  state: RoundLine['state']
  unit_code: RoundLine['unitCode']
  drafted_on: RoundLine['draftedOn']
  draw_on: RoundLine['drawOn']
  people: number
  placed: number
  seats: number
}

const LINES = `select r.id, r.title, r.way, r.state, r.unit_code, r.drafted_on, r.draw_on,
    (select count(*)::int from placement.round_people p where p.bureau_code = r.bureau_code and p.round_id = r.id and p.pseudonym is not null) as people,
    (select count(*)::int from placement.round_seats s where s.bureau_code = r.bureau_code and s.round_id = r.id and s.freed_seq is null) as placed,
    (select coalesce(sum(o.seats), 0)::int from placement.round_posts c join placement.posts o on o.bureau_code = c.bureau_code and o.id = c.post_id
      where c.bureau_code = r.bureau_code and c.round_id = r.id) as seats
  from placement.rounds r`

const toLine = ({ unit_code, drafted_on, draw_on, ...row }: LineRow): RoundLine => ({
  ...row,
  unitCode: unit_code,
  draftedOn: drafted_on,
  drawOn: draw_on,
})

export async function findLine(tx: Tx, roundId: string): Promise<RoundLine | undefined> {
  const { rows } = await tx.query<LineRow>(`${LINES} where r.id = $1`, [roundId])
  return rows[0] && toLine(rows[0])
}

export const listRounds = view(contract.listRounds, {
  grant: 'round.read',
  where: ({ place }) => place,
  async run({ tx }, { place, limit, cursor }) {
    const { lo, hi } = rangeOf(place)
    const { rows } = await tx.query<LineRow>(
      `${LINES} where r.unit_code >= $1 and r.unit_code < $2 and ($3::uuid is null or r.id < $3) order by r.id desc limit $4`,
      [lo, hi, /^[0-9a-f-]{36}$/.test(cursor ?? '') ? cursor : null, limit + 1],
    )
    const page = rows.slice(0, limit).map(toLine)
    const last = page.at(-1)
    return { rows: page, ...(rows.length > limit && last ? { next: last.id } : {}) }
  },
})
