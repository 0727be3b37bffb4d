import { regionOf } from '../../../../kernel/region-code.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { findDivision } from '../division-queries.ts'
import { findUnit } from '../unit-queries.ts'
import { fileKeeper, listLoads } from './ask-others.ts'
import { beginHandOver } from './check-hand-over.ts'
import { listHeirs } from './list-heirs.ts'
import { listOrphans } from './list-orphans.ts'

export const handOver = action(contract.handOver, {
  grant: 'unit.handOver',
  where: ({ unitCode }) => unitCode,
  refusals: {
    'same-unit': 422,
    'unknown-heir': 422,
    'other-bureau': 422,
    'heir-is-over': 409,
    'heir-not-yet': 422,
    'not-a-station': 422,
    'nothing-there': 409,
    'transfers-open': 409,
    'under-way': 409,
  },
  run: beginHandOver,
})

export const seeLoads = view(contract.loads, {
  grant: 'unit.write',
  where: ({ unitCode }) => unitCode,
  async run({ tx, today, actor }, { unitCode }) {
    const unit = await findUnit(tx, unitCode)
    const name = unit?.name ?? (await findDivision(tx, regionOf(unitCode)))?.name
    if (name === undefined) return undefined
    return {
      unit: { unitCode, name },
      rows: await listLoads(tx, { unitCode, today }),
      heirs: await listHeirs(tx, { unitCode, unit, today }),
      handOver: (await fileKeeper().findHandOvers(tx, [unitCode])).get(unitCode) ?? null,
      can: { handOver: actor.grants.has('unit.handOver') },
    }
  },
})

export const seeOrphans = view(contract.orphans, {
  grant: 'unit.write',
  where: ({ place }) => place,
  run: async ({ tx, today, actor }, { place }) => ({
    rows: await listOrphans(tx, { place, on: today }),
    can: { handOver: actor.grants.has('unit.handOver') },
  }),
})
