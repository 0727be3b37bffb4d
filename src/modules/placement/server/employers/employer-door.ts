import type { AccountId } from '../../../../kernel/id.ts'
import { rangeOf, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { AccessContext } from '../../../../platform/access/access-context.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import { returnGuess, takeGuess } from '../../../../platform/access/lock-out.ts'
import type { Ground } from '../../../../platform/actions/run-action.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import type { EmployerRefusal } from '../../contract-employers.ts'

const LINK = 'placement.employer_doors.link_hash'
const CODE = 'placement.employer_doors.code_hash'

/** What the doors of employers stand on. */
export interface DoorGround extends Ground, Pick<AccessContext, 'config'> {}

export interface Door {
  readonly id: string
  readonly round_id: string
  readonly unit_code: UnitCode
  readonly uscc: string
  readonly employer_name: string
  readonly code_hash: Buffer
  readonly ends_at: Date | string
  readonly entered_at: Date | string | null
  readonly shut_at: Date | string | null
}

export const linkHash = (secrets: Secrets, link: string): Buffer => secrets.blindIndex(LINK, link)

/** A code means something together with its link only. */
export const codeHash = (secrets: Secrets, { link, code }: { link: string; code: string }): Buffer =>
  secrets.blindIndex(CODE, `${link}:${code}`)

/** Whoever holds a link does not know yet in which county it opens: the whole table is asked, by a hash that nobody can make up. */
async function findDoor({ pool, secrets }: DoorGround, link: string): Promise<Door | undefined> {
  return await withScope(pool, { lo: '0', hi: ':' }, 'read', async (tx) => {
    const { rows } = await tx.query<Door>(
      `select id, round_id, unit_code, uscc, employer_name, code_hash, ends_at, entered_at, shut_at from placement.employer_doors where link_hash = any($1)`,
      [secrets.blindIndexes(LINK, link)],
    )
    return rows[0]
  })
}

const isRight = ({ secrets }: DoorGround, door: Door, { link, code }: { link: string; code: string }): boolean =>
  secrets.blindIndexes(CODE, `${link}:${code}`).some((hash) => hash.equals(door.code_hash))

/**
 * Opens a door by link and code. Each try is taken from the allowance of the link and of the address before it is checked,
 * and a right one given back. What is wrong with the two is not said.
 */
export async function openDoor(
  ground: DoorGround,
  { link, code, address }: { link: string; code: string; address: string },
): Promise<Result<Door, EmployerRefusal>> {
  const now = new Date(ground.clock.now())
  const guesses = []
  for (const subject of [
    { kind: 'door-file', of: `employer ${link}` },
    { kind: 'phone-address', of: `employer ${address}` },
  ] as const) {
    const guess = await takeGuess(ground, subject, now)
    if (guess.waitSeconds > 0) return refuse({ code: 'too-many-tries', waitSeconds: guess.waitSeconds })
    guesses.push(guess)
  }
  const door = await findDoor(ground, link)
  const isOpen = door && isRight(ground, door, { link, code }) && door.shut_at === null && new Date(door.ends_at) > now
  if (!isOpen) return refuse({ code: 'no-such-door' })
  for (const guess of guesses) await returnGuess(ground, guess)
  return ok(door)
}

/** A receiving unit acts through its door: with the one grant that no role holds, in the county of the round. */
export const actorOf = ({ id, unit_code, employer_name }: Door): Actor => ({
  accountId: id as AccountId,
  name: employer_name,
  unitCode: unit_code,
  tier: tierOf(unit_code),
  roles: [],
  grants: new Set(['employer.rank']),
  scope: rangeOf(unit_code),
})
