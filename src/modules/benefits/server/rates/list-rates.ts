import { NATION, type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { RateDiff, RateEntry } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { diffTable } from '../../domain/rates/diff-tables.ts'
import { headcounts } from './count-people.ts'
import { isOffice, mayEnterFloor } from './enter-rates.ts'
import { tableOf } from './notice-table.ts'
import { type EnteredNotice, findNotices, findNoticesAbove, tablesAt } from './rate-rows.ts'
import { SHIPPED_NOTICES } from './shipped-tables.ts'

const CANNOT = { approve: false, withdraw: false } as const
const placeOf = (unitCode: string): RegionCode => unitCode.slice(0, 12) as RegionCode

/** What a table that waits would change, over the people of its own place. */
async function diffOf({ tx }: ViewContext, { notice, unitCode }: EnteredNotice): Promise<RateDiff> {
  const place = placeOf(unitCode)
  const [tables, counted] = await Promise.all([tablesAt(tx, place), headcounts(tx, rangeOf(place))])
  const { rows, costFen } = diffTable(tableOf(notice, place), tables, counted)
  return {
    costFen: String(costFen),
    rows: rows.map((row) => ({
      key: row.key,
      people: row.people,
      beforeFen: row.beforeFen === null ? null : String(row.beforeFen),
      afterFen: String(row.afterFen),
      costFen: String(row.costFen),
    })),
  }
}

async function entryOf(context: ViewContext, one: EnteredNotice): Promise<RateEntry> {
  const { grants, accountId } = context.actor
  const waits = one.knownOn === null
  return {
    id: one.id,
    place: placeOf(one.unitCode),
    notice: one.notice,
    verify: null,
    knownOn: one.knownOn,
    diff: waits ? await diffOf(context, one) : null,
    can: {
      approve: waits && grants.has('benefit.approve') && one.enteredBy !== accountId,
      withdraw: waits && grants.has('benefit.write'),
    },
  }
}

export const listRates = view(contract.listRates, {
  grant: 'benefit.read',
  where: ({ place }) => place,
  async run(context, { place }) {
    const { tx, actor } = context
    const [own, above] = await Promise.all([findNotices(tx, rangeOf(place)), findNoticesAbove(tx, place)])
    const entries: RateEntry[] = []
    for (const one of own) entries.push(await entryOf(context, one))
    for (const { id, unitCode, notice, knownOn } of above)
      entries.push({ id, place: placeOf(unitCode), notice, verify: null, knownOn, diff: null, can: CANNOT })
    for (const { verify, ...notice } of SHIPPED_NOTICES)
      entries.push({ id: null, place: NATION, notice, verify, knownOn: notice.effectiveFrom, diff: null, can: CANNOT })
    const mayEnter = actor.grants.has('benefit.write') && isOffice(place)
    return {
      entries: entries.toSorted(
        (a, b) => Number(a.knownOn !== null) - Number(b.knownOn !== null) || (a.notice.effectiveFrom < b.notice.effectiveFrom ? 1 : -1),
      ),
      can: { enter: mayEnter, enterFloor: mayEnter && mayEnterFloor(place) },
    }
  },
})
