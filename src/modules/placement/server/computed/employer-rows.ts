import type { Tx } from '../../../../platform/database/tx.ts'
import type { ComputedPage } from '../../contract-computed.ts'
import type { RoundRow } from '../rounds/round-rows.ts'

export interface EmployerOfPost {
  readonly uscc: string
  readonly employer_name: string
  readonly title: string
}

/** The receiving unit behind each post of a round, by the post's short code. */
export async function listEmployersOf(tx: Tx, { id, unit_code }: Pick<RoundRow, 'id' | 'unit_code'>): Promise<Map<string, EmployerOfPost>> {
  const { rows } = await tx.query<EmployerOfPost & { code: string }>(
    `select r.code, p.uscc, p.employer_name, p.title
       from placement.round_posts r join placement.posts p on p.bureau_code = r.bureau_code and p.id = r.post_id
      where r.bureau_code = left($2, 6) and r.round_id = $1 order by r.code`,
    [id, unit_code],
  )
  return new Map(rows.map(({ code, ...employer }) => [code, employer]))
}

interface DoorLine {
  uscc: string
  given_to: string
  given_at: Date | string
  ends_at: Date | string
  has_entered: boolean
}

const iso = (at: Date | string): string => new Date(at).toISOString()

/** Every employer of a round with the door that is open to it, where it has been given one. */
export async function listDoors(tx: Tx, row: Pick<RoundRow, 'id' | 'unit_code'>): Promise<ComputedPage['doors']> {
  const employers = new Map([...(await listEmployersOf(tx, row)).values()].map(({ uscc, employer_name }) => [uscc, employer_name]))
  const { rows } = await tx.query<DoorLine>(
    `select uscc, given_to, given_at, ends_at, entered_at is not null as has_entered from placement.employer_doors
      where bureau_code = left($2, 6) and round_id = $1 and shut_at is null`,
    [row.id, row.unit_code],
  )
  const doors = new Map(rows.map((door) => [door.uscc, door]))
  return [...employers].map(([uscc, employer]) => {
    const door = doors.get(uscc)
    return {
      uscc,
      employer,
      givenTo: door?.given_to ?? null,
      givenAt: door ? iso(door.given_at) : null,
      endsAt: door ? iso(door.ends_at) : null,
      hasEntered: door?.has_entered ?? false,
    }
  })
}
