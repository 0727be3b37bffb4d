import { bureauOf, type RegionCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { listNames } from '../../../network/index.ts'
import * as contract from '../../contract.ts'
import { isOneEducation } from '../../domain/codes/candidate-codes.ts'
import { isDescribable } from '../../domain/states/candidate-states.ts'
import { lockCandidate, takeStep, whereCandidateIs } from './candidate-rows.ts'

/**
 * What posts may ask of somebody. A round freezes it with everything else, so it is entered before: whoever is in a round
 * is described again only after it.
 */
export const describeCandidate = action(contract.describeCandidate, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'not-from-here': 409, 'changed-meanwhile': 409, 'two-educations': 422, 'no-such-county': 422 },
  async run(context, { candidateId, steps, codes, furtherPlaces, hardship }) {
    const { tx, note } = context
    const row = await lockCandidate(tx, candidateId)
    if (row.steps !== steps) return refuse({ code: 'changed-meanwhile', steps: row.steps })
    if (!isDescribable(row.state)) return refuse({ code: 'not-from-here', state: row.state })
    if (!isOneEducation(codes)) return refuse({ code: 'two-educations' })
    const wanted = [...new Set(furtherPlaces)]
    const known = await listNames(
      tx,
      wanted.map((place) => `${place}000000` as RegionCode),
    )
    const lost = wanted.find((place) => !known.some(({ code }) => code.startsWith(place)))
    if (lost !== undefined) return refuse({ code: 'no-such-county', place: lost })
    await tx.query('update placement.candidates set codes = $3, further_places = $4, hardship = $5 where bureau_code = $1 and id = $2', [
      bureauOf(row.unit_code),
      candidateId,
      [...new Set(codes)].toSorted(),
      wanted,
      hardship,
    ])
    note({ codes: codes.length })
    return ok(await takeStep(context, { row, step: 'describe', to: row.state }))
  },
})
