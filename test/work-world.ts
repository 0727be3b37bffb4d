import { uuidv7 } from 'uuidv7'
import { actions, views } from '../src/modules/worklog/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { withScope } from '../src/platform/database/scope.ts'
import type { TestDatabase } from './database/clone.ts'
import { FENGMING, TODAY } from './world.ts'

/** Sends an action of the work record. */
export async function doWork(on: Ground, who: Actor, call: { name: string; input: unknown; actionId?: string }): Promise<Answer> {
  const found = actions.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no action ${call.name}`)
  return await runAction(on, found, { actor: who, actionId: call.actionId ?? uuidv7(), input: call.input })
}

/** Looks at a view of the work record; a value is read by its contract, as a browser does. */
export async function seeWork(on: Ground, who: Actor, call: { name: string; input: unknown }): Promise<Answer> {
  const found = views.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no view ${call.name}`)
  const answer = await runView(on, found, { actor: who, input: call.input })
  return answer.kind === 'value' ? { kind: 'value', value: found.contract.output.parse(answer.value) } : answer
}

/** A study session of today, with nothing but what must be there. */
export const study = (fields: object = {}) => ({
  kind: 'study',
  unitCode: FENGMING,
  on: TODAY,
  values: { title: '退役军人保障法' },
  ...fields,
})

/** A volunteer team of twelve that stands since the first of March. */
export const team = (fields: object = {}) => ({
  kind: 'team',
  unitCode: FENGMING,
  on: '2026-03-01',
  values: { name: '红星队', members: '12' },
  ...fields,
})

/** What the facts of work at a place add up to, by kind and dimensions, up to a day. */
export async function workFigures(
  { ownerPool }: Pick<TestDatabase, 'ownerPool'>,
  asked: { unitCode: string; upTo?: string },
): Promise<Record<string, number>> {
  const { rows } = await withScope(ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ key: string; sum: number }>(
      `select kind || ' ' || dimensions::text as key, sum(quantity)::int as sum from spine.facts
        where unit_code = $1 and kind like 'work.%' and on_day <= $2 group by 1 having sum(quantity) <> 0 order by 1`,
      [asked.unitCode, asked.upTo ?? '9999-12-31'],
    ),
  )
  return Object.fromEntries(rows.map(({ key, sum }) => [key, sum]))
}
