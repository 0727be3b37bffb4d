import type { PersonId } from '../../../../kernel/id.ts'
import { type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { type EntitledPerson, listEntitled, type PersonCard, personCards } from '../../../registry/index.ts'
import type { TouchedPerson } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { BENEFIT_CLASSES, periodOf, rateKeyOf } from '../../domain/entitlement/classes.ts'
import { monthIndex } from '../../domain/entitlement/month.ts'
import { keyText, type RateKey, type RateTable } from '../../domain/rates/rate-table.ts'
import { type Touched, touchedBy } from '../../domain/rates/touched.ts'
import { tableOf } from './notice-table.ts'
import { findNotice, tablesAt } from './rate-rows.ts'

/** As many people as a page shows. */
const SHOWN = 200
/** As many as are read at once. */
const READ = 5_000

interface Found {
  readonly one: EntitledPerson
  readonly key: RateKey
  readonly touched: Touched
}

/** Everybody of a place who may be touched by a table, page by page. */
async function* entitledTo(tx: Tx, place: RegionCode, table: RateTable): AsyncGenerator<EntitledPerson> {
  const rated = new Set(table.rows.map(({ classCode }) => classCode))
  const classCodes = BENEFIT_CLASSES.filter(({ rate }) => rated.has(rate)).map(({ code }) => code)
  for (let after: EntitledPerson | undefined; ; ) {
    const held = await listEntitled(tx, { ...rangeOf(place), classCodes, limit: READ, after })
    yield* held
    after = held.at(-1)
    if (held.length < READ) return
  }
}

type Judge = (one: EntitledPerson) => Found | undefined

/** What a table is to somebody: worked out once for each rate, time of service and first month. */
function judgeOf(table: RateTable, others: Parameters<typeof touchedBy>[1], { place, until }: { place: RegionCode; until: number }): Judge {
  const known = new Map<string, Touched | undefined>()
  return (one) => {
    const key = rateKeyOf({ ...one, period: periodOf(one.classCode, one.enlistedOn) })
    if (!key) return undefined
    const times = one.classCode === 'RURAL60' ? one.serviceYears : 1
    const from = monthIndex(one.fromOn)
    const name = `${keyText(key)} ${times} ${from}`
    if (!known.has(name)) known.set(name, touchedBy(table, others, { key, times, place, from, until }))
    const touched = known.get(name)
    return touched && { one, key, touched }
  }
}

const seenOf = ({ one, key, touched }: Found, cards: ReadonlyMap<string, PersonCard>): TouchedPerson => ({
  personId: one.personId as PersonId,
  nameMasked: cards.get(one.personId)?.nameMasked ?? '',
  key,
  beforeFen: touched.beforeFen === null ? null : String(touched.beforeFen),
  afterFen: String(touched.afterFen),
  raiseFen: String(touched.afterFen - (touched.beforeFen ?? 0n)),
  owedMonths: touched.owedMonths,
  owedFen: String(touched.owedFen),
})

export const listTouched = view(contract.listTouched, {
  grant: 'benefit.read',
  where: async ({ id }, { tx }) => (await findNotice(tx, id))?.unitCode,
  async run(context, { id, page }) {
    const { tx, today } = context
    const entered = await findNotice(tx, id)
    if (!entered) return undefined
    const place = entered.unitCode.slice(0, 12) as RegionCode
    const table = tableOf(entered.notice, place)
    const others = (await tablesAt(tx, place)).filter(({ version }) => version !== table.version)
    const judge = judgeOf(table, others, { place, until: monthIndex(today) })
    const shown: Found[] = []
    let [people, owed] = [0, 0n]
    for await (const one of entitledTo(tx, place, table)) {
      const found = judge(one)
      if (!found) continue
      if (Math.floor(people / SHOWN) === page) shown.push(found)
      people += 1
      owed += found.touched.owedFen
    }
    const cards = await personCards(context, [...new Set(shown.map(({ one }) => one.personId))])
    const rows = shown.map((found) => seenOf(found, cards))
    return { effectiveFrom: entered.notice.effectiveFrom, rows, people, owedFen: String(owed), pages: Math.ceil(people / SHOWN) }
  },
})
