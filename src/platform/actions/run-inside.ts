import { isWithin, type UnitCode } from '../../kernel/region-code.ts'
import { type Answer, problem } from './answer.ts'
import type { ActionContext, Fact } from './context.ts'
import type { Action } from './declare.ts'
import { issuesOf } from './issues.ts'

/**
 * Runs an action inside another one's transaction, under the same actor: its permission, its place and its rules hold as
 * at its own door. Refused, it leaves nothing behind; done, its facts are the outer one's. Receipt and leaf are the outer one's too.
 */
export async function runInside(context: ActionContext, action: Action, call: { actionId: string; input: unknown }): Promise<Answer> {
  const { actor, tx } = context
  if (!actor.grants.has(action.grant)) return problem({ code: 'not-permitted' })
  const message = action.contract.input.safeParse(call.input)
  if (!message.success) return problem({ code: 'invalid-input', issues: issuesOf(message.error) })
  const place = await action.where(message.data, context)
  if (place === undefined || !isWithin(place, actor.scope)) return problem({ code: 'not-found' })

  const facts: Fact[] = []
  await tx.query('savepoint inside')
  const inner = { ...context, actionId: call.actionId, unitCode: place as UnitCode, fact: (fact: Fact) => void facts.push(fact) }
  const result = await action.run(inner, message.data)
  if (!result.ok) {
    await tx.query('rollback to savepoint inside')
    return { kind: 'refusal', refusal: result.refusal }
  }
  await tx.query('release savepoint inside')
  for (const fact of facts) context.fact({ unitCode: place as UnitCode, ...fact })
  return { kind: 'value', value: result.value }
}
