import { isWithin } from '../../kernel/region-code.ts'
import { type Actor, scopeOf } from '../access/actor.ts'
import { withScope } from '../database/scope.ts'
import { type Answer, problem } from './answer.ts'
import type { View } from './declare.ts'
import { issuesOf } from './issues.ts'
import { type Ground, poolOf } from './run-action.ts'

/** Runs one view in a read-only transaction that sees only the actor's range. */
export async function runView(ground: Ground, view: View, call: { actor: Actor; input: unknown }): Promise<Answer> {
  const { actor } = call
  if (!actor.grants.has(view.grant)) return problem({ code: 'not-permitted' })
  const message = view.contract.input.safeParse(call.input)
  if (!message.success) return problem({ code: 'invalid-input', issues: issuesOf(message.error) })
  return await withScope(poolOf(ground, actor), scopeOf(actor), 'read', async (tx) => {
    const context = { tx, actor, now: ground.clock.now(), today: ground.clock.today(), secrets: ground.secrets }
    const place = await view.where(message.data, context)
    if (place === undefined || !isWithin(place, actor.scope)) return problem({ code: 'not-found' })
    const value = await view.run(context, message.data)
    return value === undefined ? problem({ code: 'not-found' }) : { kind: 'value', value }
  })
}
