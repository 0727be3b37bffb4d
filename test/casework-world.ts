import { uuidv7 } from 'uuidv7'
import type { PersonId } from '../src/kernel/id.ts'
import { recordVisit } from '../src/modules/casework/contract.ts'
import { actions, views } from '../src/modules/casework/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { withScope } from '../src/platform/database/scope.ts'
import type { TestDatabase } from './database/clone.ts'
import { TODAY } from './world.ts'

const found = <T extends { contract: { name: string } }>(items: readonly T[], name: string): T => {
  const item = items.find(({ contract }) => contract.name === name)
  if (!item) throw new Error(`there is no ${name}`)
  return item
}

/** Sends an action of casework. */
export const doCasework = (on: Ground, who: Actor, what: { name: string; input: unknown; actionId?: string }): Promise<Answer> =>
  runAction(on, found(actions, what.name), { actor: who, actionId: what.actionId ?? uuidv7(), input: what.input })

/** Looks at a view of casework; a value is read by its contract, as a browser does. */
export async function seeCasework(on: Ground, who: Actor, what: { name: string; input: unknown }): Promise<Answer> {
  const view = found(views, what.name)
  const answer = await runView(on, view, { actor: who, input: what.input })
  return answer.kind === 'value' ? { kind: 'value', value: view.contract.output.parse(answer.value) } : answer
}

interface Someone {
  readonly id: PersonId
  readonly unitCode: string
}

/** What a worker sends after a visit at home today, with nothing but what must be there. */
export const visitTo = (people: Someone | readonly Someone[], fields: object = {}) => {
  const all = [people].flat()
  return { personIds: all.map(({ id }) => id), unitCode: all[0]?.unitCode, doneOn: TODAY, ...fields }
}

/** Sends a visit. */
export const record = (on: Ground, who: Actor, what: { visit: object; actionId?: string }): Promise<Answer> =>
  doCasework(on, who, { name: recordVisit.name, input: what.visit, ...(what.actionId ? { actionId: what.actionId } : {}) })

/** Rows as the owner sees them: of the whole nation. */
export const rowsOf = async <Row extends object>(
  { ownerPool }: Pick<TestDatabase, 'ownerPool'>,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> => await withScope(ownerPool, { lo: '0', hi: ':' }, 'read', async (tx) => (await tx.query<Row>(sql, [...values])).rows)

/** The same for a test that changes rows behind the actions. */
export const written = async ({ ownerPool }: Pick<TestDatabase, 'ownerPool'>, sql: string, values: readonly unknown[]): Promise<void> =>
  void (await withScope(ownerPool, { lo: '0', hi: ':' }, 'write', (tx) => tx.query(sql, [...values])))

/** The plans of a person, by deadline. */
export const plansOf = (database: Pick<TestDatabase, 'ownerPool'>, person: Someone) =>
  rowsOf<{ due_on: string; status: string; rule_code: string | null; reason: string }>(
    database,
    'select due_on, status, rule_code, reason from casework.visit_plans where person_id = $1 order by due_on, id',
    [person.id],
  )

/** Sum of quantity and of persons of each kind of fact that names a person or a unit: what the indicators count. */
export async function figuresOf(database: Pick<TestDatabase, 'ownerPool'>, unitCode: string): Promise<Record<string, string>> {
  const rows = await rowsOf<{ key: string; sum: string }>(
    database,
    `select kind || ' ' || on_day || ' ' || dimensions::text || ' ' || person_ids::text as key, sum(quantity)::text as sum
       from spine.facts where unit_code = $1 and (kind like 'visit.%' or kind = 'delivery.made' or kind = 'contact.due')
      group by 1 having sum(quantity) <> 0 order by 1`,
    [unitCode],
  )
  return Object.fromEntries(rows.map(({ key, sum }) => [key, sum]))
}
