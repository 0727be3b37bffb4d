import { type RegionCode, regionOf, tierOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { listNames } from '../../../network/index.ts'
import type { MyMatterLine } from '../../contract.ts'
import { getMatterType } from '../matters/load-types.ts'
import { dueOf } from '../matters/matter-lines.ts'
import { LINE_COLUMNS, type MatterRow } from '../matters/matter-rows.ts'

/** A matter of one's own as it is read: with what was said of its service. */
export interface MyRow extends MatterRow {
  stars: number | null
}

export const MY_COLUMNS = `${LINE_COLUMNS}, r.stars`

export const MY_TABLES = 'casework.matters m left join casework.matter_ratings r on r.bureau_code = m.bureau_code and r.matter_id = m.id'

/** What the unit at a place is called, as people say it: centres at the county and above, stations below (保障法 65). */
export async function unitNames({ tx }: Pick<ViewContext, 'tx'>, places: readonly RegionCode[]): Promise<ReadonlyMap<string, string>> {
  const names = await listNames(tx, [...new Set(places)])
  return new Map(names.map(({ code, name }) => [code, `${name}${isStation(code) ? '退役军人服务站' : '退役军人服务中心'}`]))
}

const isStation = (code: RegionCode): boolean => ['village', 'township'].includes(tierOf(code))

/** Lines of one's own matters, in the order of the rows. */
export async function myLines(context: Pick<ViewContext, 'tx' | 'today'>, rows: readonly MyRow[]): Promise<MyMatterLine[]> {
  const names = await unitNames(
    context,
    rows.flatMap(({ holder_place }) => (holder_place === null ? [] : regionOf(holder_place as never))),
  )
  return rows.map((row) => {
    const type = getMatterType(row.type_code, row.type_version)
    return {
      id: row.id,
      typeCode: row.type_code,
      typeName: type.name,
      stateName: type.states[row.state]?.name ?? { zh: row.state, en: row.state },
      holderName: row.holder_place === null ? null : (names.get(row.holder_place) ?? null),
      holder: row.holder,
      isYourTurn: row.holder === 'applicant',
      openedOn: row.opened_on,
      due: dueOf(context, row),
      outcome: row.outcome,
      canRate: row.outcome !== null && row.stars === null,
    }
  })
}
