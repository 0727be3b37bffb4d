import { type RegionCode, rangeOf, TIERS } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { allowedSteps, PREPARING, type StepKind } from '../../domain/accreditation/advance.ts'
import { pageOf } from '../unit-queries.ts'
import {
  ACCREDITATION_COLUMNS,
  type AccreditationColumns,
  accreditationOf,
  findAccreditation,
  OF_UNIT,
  seatOf,
} from './accreditation-rows.ts'
import { findWave } from './find-wave.ts'

const atPlace = { grant: 'division.read', where: ({ place }: { readonly place: RegionCode }) => place } as const
const isPreparing = (kind: StepKind): boolean => (PREPARING as readonly StepKind[]).includes(kind)

export const listAccreditations = view(contract.listAccreditations, {
  ...atPlace,
  async run({ tx, actor }, { place, unitCode: ofUnit, scheme, states, expiresBefore, cursor, limit }) {
    const { lo, hi } = rangeOf(place)
    const [unitCode = '', id = '00000000-0000-0000-0000-000000000000'] = cursor?.split('|') ?? []
    const { rows } = await tx.query<AccreditationColumns>(
      `select ${ACCREDITATION_COLUMNS} from ${OF_UNIT}
        where a.unit_code >= $1 and a.unit_code < $2 and (a.unit_code, a.id) > ($3, $4::uuid)
          and ($5::text is null or a.scheme = $5) and ($6::text[] is null or a.state = any($6))
          and ($7::date is null or (a.state = 'awarded' and a.expires_on < $7)) and ($9::text is null or a.unit_code = $9)
        order by a.unit_code, a.id limit $8`,
      [lo, hi, unitCode, id, scheme, states, expiresBefore, limit + 1, ofUnit],
    )
    const page = pageOf(rows.map(accreditationOf), limit, (row) => `${row.unitCode}|${row.id}`)
    return { ...page, can: { open: actor.grants.has('unit.write') } }
  },
})

export const seeAccreditation = view(contract.seeAccreditation, {
  grant: 'division.read',
  where: ({ unitCode }) => unitCode,
  async run({ tx, actor }, named) {
    const row = await findAccreditation(tx, named)
    if (!row) return undefined
    const { rows: steps } = await tx.query<{ kind: string; takenAt: Date; placeName: string; reason: string }>(
      `select s.kind, s.taken_at as "takenAt", coalesce(d.name, left(s.taken_at_unit, 12)) as "placeName", s.reason
         from network.accreditation_steps s left join network.divisions d on d.code = left(s.taken_at_unit, 12)
        where s.bureau_code = left($1, 6) and s.accreditation_id = $2 order by s.seq`,
      [named.unitCode, named.id],
    )
    const mayReview = actor.grants.has('unit.accredit') && seatOf(row) === actor.tier && row.submitted_by !== actor.accountId
    const take = allowedSteps(row.state).filter((kind) => (isPreparing(kind) ? actor.grants.has('unit.write') : mayReview))
    return {
      accreditation: accreditationOf(row),
      steps: steps.map((step) => ({ ...step, takenAt: new Date(step.takenAt).toISOString() })),
      can: { take },
    }
  },
})

export const spreadAccreditations = view(contract.spreadAccreditations, {
  ...atPlace,
  async run({ tx, today }, { place, scheme }) {
    const { lo, hi } = rangeOf(place)
    const { rows } = await tx.query<{ tier: contract.ServiceUnit['tier']; level: number | null; units: number }>(
      `select u.tier, a.level, count(*)::int as units
         from network.service_units u
         left join network.accreditations a on a.bureau_code = u.bureau_code and a.unit_code = u.unit_code and a.scheme = $3
              and a.state = 'awarded' and a.expires_on > $4
        where u.unit_code >= $1 and u.unit_code < $2 and u.status = 'open' and u.kind in ('centre', 'station')
        group by u.tier, a.level order by a.level`,
      [lo, hi, scheme, today],
    )
    const tiers = TIERS.filter((tier) => rows.some((row) => row.tier === tier))
    return {
      rows: tiers.map((tier) => {
        const own = rows.filter((row) => row.tier === tier)
        const byLevel = own.flatMap(({ level, units }) => (level === null ? [] : [{ level, held: units }]))
        const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
        return { tier, units: sum(own.map(({ units }) => units)), held: sum(byLevel.map(({ held }) => held)), byLevel }
      }),
    }
  },
})

export const seeWave = view(contract.seeWave, { ...atPlace, run: ({ tx, today }, input) => findWave(tx, input, today) })
