import { randomBytes, randomInt } from 'node:crypto'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-employers.ts'
import { listEmployersOf } from '../computed/employer-rows.ts'
import { phaseAt, windowsOf } from '../computed/windows.ts'
import { ROUND_REFUSALS } from '../rounds/round-refusals.ts'
import { lockRound, whereRoundIs } from '../rounds/round-rows.ts'
import { codeHash, linkHash } from './employer-door.ts'

/**
 * A link and a code for a receiving unit, told once to the officer, who gives each on another way. They open until the
 * window of rankings ends; new ones shut the old.
 */
export const giveDoor = action(contract.giveDoor, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, uscc, givenTo }) {
    const { tx, unitCode, now, secrets, actor, actionId } = context
    const row = await lockRound(tx, { roundId, unitCode })
    const { twoWay } = row.settings
    if (!twoWay) return refuse({ code: 'wrong-way' })
    if (row.state !== 'open') return refuse({ code: 'wrong-state', state: row.state })
    if (phaseAt(twoWay, { isOpen: true, at: Date.parse(now) }) === 'over')
      return refuse({ code: 'window-over', what: 'rankings', on: twoWay.rankingsUntil })
    const employer = [...(await listEmployersOf(tx, row)).values()].find((one) => one.uscc === uscc)
    if (!employer) return refuse({ code: 'no-post-of-employer' })
    await tx.query(
      'update placement.employer_doors set shut_at = $4 where bureau_code = left($2, 6) and round_id = $1 and uscc = $3 and shut_at is null',
      [roundId, unitCode, uscc, now],
    )
    const [link, code] = [randomBytes(32).toString('base64url'), String(randomInt(100_000_000)).padStart(8, '0')]
    const endsAt = new Date(windowsOf(twoWay).rankings).toISOString()
    await tx.query(
      `insert into placement.employer_doors (bureau_code, id, unit_code, round_id, uscc, employer_name, given_to, link_hash, code_hash, ends_at, given_at, given_by)
       values (left($2, 6), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        actionId,
        unitCode,
        roundId,
        uscc,
        employer.employer_name,
        givenTo,
        linkHash(secrets, link),
        codeHash(secrets, { link, code }),
        endsAt,
        now,
        actor.accountId,
      ],
    )
    context.note({ round: roundId, employer: uscc, door: actionId })
    return ok({ link, code, employer: employer.employer_name, endsAt })
  },
})
