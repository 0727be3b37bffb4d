import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { DeskMaker } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'
import { stationOf } from '../places.ts'
import type { Asking } from './asking.ts'
import { insertEntitlement, insertMonth } from './month-rows.ts'

type Months = Pick<DeskMaker, 'monthAt' | 'payableMonthAt' | 'entitledAt' | 'confirmedAt'>
type Made = Pick<DeskMaker, 'person' | 'filledFundAt'>

/** Months of pay, and the people of a county who are paid or wait for it. */
export function monthsOn({ database, remember }: Grounds, { next }: Asking, { person, filledFundAt }: Made): Months {
  const pool = database.ownerPool

  const monthOf: (...of: Parameters<Months['monthAt']>) => Promise<{ runId: string; personId: string }> = async (county, state) => {
    // A county without a station of the world has nobody of its own: then only the month is asked about.
    const station = stationOf(county)
    const personId = station === county ? randomUUID() : (await person(station)).id
    const runId = uuidv7()
    await insertMonth(pool, { runId, personId, county, serial: next(), state })
    remember(runId, { kind: 'work', unit: county })
    return { runId, personId }
  }

  return {
    monthAt: async (county, state) => (await monthOf(county, state)).runId,
    payableMonthAt: async (county) => {
      const { runId, personId } = await monthOf(county, 'approved')
      await insertEntitlement(pool, { county, personId, isApproved: true })
      await pool.query(
        `update benefits.entitlements set payee_bank = '探针银行', payee_account = '\\x00', payee_label = '探*' where person_id = $1`,
        [personId],
      )
      return { runId, fundId: await filledFundAt(county, 'benefit') }
    },
    entitledAt: (county, who) => insertEntitlement(pool, { county, ...who }),
    confirmedAt: async (county) => {
      const { identityId } = await person(stationOf(county))
      await pool.query(`update registry.entitled_identities set status = 'confirmed' where id = $1`, [identityId])
    },
  }
}
