import type { z } from 'zod'
import { type CodeRange, rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { indexedName } from '../../../../platform/text/name-keys.ts'
import * as contract from '../../contract.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { LISTED_COLUMNS, type ListedColumns, maskedRow } from '../file/masking.ts'
import { openField } from '../rows/person-row.ts'
import { hitQuery, type Position, READ_IN_ORDER } from './hit-query.ts'
import { plansOf, type SearchPlan } from './search-plans.ts'

type Found = z.input<typeof contract.findPerson.output>['rows'][number]
type Hit = ListedColumns & { hit_key: string; place: number }

/** How many candidates are read at once, and how often, for the end of a number that is longer than an indexed tail. */
const CANDIDATES = 100
const MOST_BATCHES = 8

export const findPerson = view(contract.findPerson, {
  grant: 'person.read',
  where: (input, { actor }) => input.place ?? actor.unitCode,
  async run(context, { query, place, cursor, limit }) {
    const range = place ? rangeOf(place) : context.actor.scope
    const plans = plansOf(query, context.secrets)
    const [from = 0, ...after] = openCursor(context, query, cursor) ?? []
    const rows = new Map<string, Found>()
    let position = positionOf(after)
    if (plans.length > 0) await context.tx.query(READ_IN_ORDER)
    for (let at = Number(from); at < plans.length; at += 1) {
      const plan = plans[at]
      if (!plan) break
      const page = await readPlan(context, { plan, range, after: position, limit: limit - rows.size })
      for (const row of page.rows) if (!rows.has(row.id)) rows.set(row.id, { ...maskedRow(row, context), match: plan.match })
      if (page.last)
        return { rows: [...rows.values()], next: sealCursor(context, query, [at, page.last.key, page.last.unitCode, page.last.personId]) }
      position = undefined
      if (rows.size >= limit && at + 1 < plans.length) return { rows: [...rows.values()], next: sealCursor(context, query, [at + 1]) }
    }
    return { rows: [...rows.values()] }
  },
})

/** From a cursor's parts; undefined at the beginning of a plan. */
const positionOf = ([key, unitCode, personId]: readonly (string | number)[]): Position | undefined =>
  personId === undefined ? undefined : { key: String(key), unitCode: String(unitCode), personId: String(personId) }

interface Ask {
  readonly plan: SearchPlan
  readonly range: CodeRange
  readonly after: Position | undefined
  readonly limit: number
}

/** One page of a plan; `last` is where it goes on, where it does. */
async function readPlan(context: ViewContext, ask: Ask): Promise<{ rows: Hit[]; last?: Position }> {
  const size = ask.plan.by !== 'key' && ask.plan.endsWith !== undefined ? CANDIDATES : ask.limit
  const rows: Hit[] = []
  let after = ask.after
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const hits = await readHits(context, { ...ask, after, limit: size })
    for (const hit of hits.slice(0, size)) {
      if (after && rows.length === ask.limit) return { rows, last: after }
      if (isMeant(ask.plan, hit, context)) rows.push(hit)
      after = { key: hit.hit_key, unitCode: hit.unit_code, personId: hit.id }
    }
    if (hits.length <= size) return { rows }
    if (after && rows.length === ask.limit) return { rows, last: after }
  }
  return after ? { rows, last: after } : { rows }
}

async function readHits({ tx }: ViewContext, { plan, range, after, limit }: Ask): Promise<Hit[]> {
  const hit = hitQuery(plan, range, { after, limit: limit + 1 })
  const { rows } = await tx.query<Hit>(
    `with hit as materialized (select h.*, row_number() over ()::int as place from (${hit.text}) h)
     select hit.key as hit_key, hit.place, p.*
       from hit cross join lateral (
         select ${LISTED_COLUMNS} from registry.people p where p.bureau_code = left(hit.unit_code, 6) and p.id = hit.person_id offset 0) p`,
    hit.values,
  )
  return rows.toSorted((a, b) => a.place - b.place)
}

/**
 * A tail is known by its hash up to a length; what is longer is compared with the number itself. A name that holds a part
 * twice (丽 of 周丽丽) has two keys that begin so: it is meant by the first, and by none where it begins so itself.
 */
function isMeant(plan: SearchPlan, hit: Hit, { secrets }: ViewContext): boolean {
  if (plan.by === 'key') return plan.part === undefined || isFirst(plan.part, hit)
  if (plan.endsWith === undefined) return true
  const number = openField(secrets, plan.match === 'phone' ? 'phone' : 'citizen_id', hit)
  return number?.replace(/[^\dX]/g, '').endsWith(plan.endsWith) ?? false
}

function isFirst(part: string, { name, hit_key }: Hit): boolean {
  const whole = indexedName(name)
  const at = whole.indexOf(part)
  return at > 0 && whole.slice(at) === hit_key
}
