import type { PersonId } from '../../../../kernel/id.ts'
import { type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { listEntitled, personCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { BENEFIT_CLASSES, rateKeyOf } from '../../domain/entitlement/classes.ts'
import { monthIndex } from '../../domain/entitlement/month.ts'
import { touchedBy } from '../../domain/rates/touched.ts'
import { tableOf } from './notice-table.ts'
import { findNotice, tablesAt } from './rate-rows.ts'

/** As many people as a page shows; of more than that, the table of the notice has the sums. */
const MOST = 200

export const listTouched = view(contract.listTouched, {
  grant: 'benefit.read',
  where: async ({ id }, { tx }) => (await findNotice(tx, id))?.unitCode,
  async run(context, { id }) {
    const { tx, today } = context
    const entered = await findNotice(tx, id)
    if (!entered) return undefined
    const place = entered.unitCode.slice(0, 12) as RegionCode
    const table = tableOf(entered.notice, place)
    const others = (await tablesAt(tx, place)).filter(({ version }) => version !== table.version)
    const rated = new Set(table.rows.map(({ classCode }) => classCode))
    const classCodes = BENEFIT_CLASSES.filter(({ rate }) => rated.has(rate)).map(({ code }) => code)
    const held = await listEntitled(tx, { ...rangeOf(place), classCodes, limit: MOST })
    const shown = held.slice(0, MOST)
    const cards = await personCards(context, [...new Set(shown.map(({ personId }) => personId))])
    let owed = 0n
    const rows = shown.flatMap((one) => {
      const key = rateKeyOf(one)
      const times = one.classCode === 'RURAL60' ? one.serviceYears : 1
      const asked = { times, place, from: monthIndex(one.fromOn), until: monthIndex(today) }
      const touched = key && touchedBy(table, others, { key, ...asked })
      if (!key || !touched) return []
      owed += touched.owedFen
      return [
        {
          personId: one.personId as PersonId,
          nameMasked: cards.get(one.personId)?.nameMasked ?? '',
          key,
          beforeFen: touched.beforeFen === null ? null : String(touched.beforeFen),
          afterFen: String(touched.afterFen),
          raiseFen: String(touched.afterFen - (touched.beforeFen ?? 0n)),
          owedMonths: touched.owedMonths,
          owedFen: String(touched.owedFen),
        },
      ]
    })
    return { effectiveFrom: entered.notice.effectiveFrom, rows, isCut: held.length > MOST, owedFen: String(owed) }
  },
})
