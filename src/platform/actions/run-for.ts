import { isWithin, type UnitCode } from '../../kernel/region-code.ts'
import { type Actor, scopeOf } from '../access/actor.ts'
import { enterScope } from '../database/scope.ts'
import { addJob } from '../jobs/jobs.ts'
import { canonical } from '../journal/canonical.ts'
import { type Answer, problem } from './answer.ts'
import { writeRefusal, writeTraces } from './commit.ts'
import type { ActionContext, Fact } from './context.ts'
import type { Action } from './declare.ts'
import { issuesOf } from './issues.ts'
import { answerAgain, bodyHashOf, findEarlier, sealAnswer } from './receipt.ts'
import type { ActionCall } from './run-action.ts'

/**
 * Does what another account did without a network, inside the transaction of whoever brings it in: with the author's
 * grants, range and id, so that receipt, leaf and facts are the author's. Sent by the author as well, before or after,
 * it still happens once. The action around it must not refuse afterwards.
 */
export async function runFor(context: ActionContext, action: Action, call: ActionCall): Promise<Answer> {
  const { actor } = call
  if (!actor.grants.has(action.grant)) return problem({ code: 'not-permitted' })
  const message = action.contract.input.safeParse(call.input)
  if (!message.success) return problem({ code: 'invalid-input', issues: issuesOf(message.error) })
  return await asAuthor(context, actor, async (author) => {
    const body = canonical([action.contract.name, message.data])
    const earlier = await findEarlier(author.tx, actor, call.actionId)
    if (earlier.kind === 'running') return problem({ code: 'still-running' })
    if (earlier.kind === 'answered') return answerAgain(earlier.row, body, { secrets: context.secrets, actionId: call.actionId })
    const place = await action.where(message.data, author)
    if (place === undefined || !isWithin(place, actor.scope)) return problem({ code: 'not-found' })
    return await effect(author, action, {
      actionId: call.actionId,
      input: message.data,
      bodyHash: bodyHashOf(context.secrets, body),
      place: place as UnitCode,
      by: context.actor,
    })
  })
}

/** Lets work see and write what an account may, and no more; then the transaction is again whoever's it was. */
export async function asAuthor<T>(context: ActionContext, author: Actor, work: (context: ActionContext) => Promise<T>): Promise<T> {
  await enterScope(context.tx, scopeOf(author))
  const done = await work({ ...context, actor: author })
  await enterScope(context.tx, scopeOf(context.actor))
  return done
}

interface Effect {
  readonly actionId: string
  readonly input: unknown
  readonly bodyHash: Buffer
  readonly place: UnitCode
  readonly by: Actor
}

async function effect(author: ActionContext, action: Action, { actionId, input, bodyHash, place, by }: Effect): Promise<Answer> {
  const { tx, actor, secrets } = author
  const facts: Fact[] = []
  const said = { detail: { broughtInBy: by.accountId } as Readonly<Record<string, unknown>>, subject: undefined as string | undefined }
  await tx.query('savepoint carried')
  const result = await action.run(
    {
      ...author,
      actionId,
      unitCode: place,
      fact: (fact) => void facts.push(fact),
      note: (detail) => {
        said.detail = { ...said.detail, ...detail }
      },
      subject: (id) => {
        said.subject = id
      },
      job: (name, payload) => addJob(tx, actor, { name, payload }),
    },
    input,
  )
  const seal = (answer: unknown) => sealAnswer(answer, { secrets, actionId })
  const traces = { actor, actionId, actionName: action.contract.name, at: author.now, bodyHash }
  if (!result.ok) {
    await tx.query('rollback to savepoint carried')
    await writeRefusal(tx, { ...traces, answer: seal(result.refusal) })
    return { kind: 'refusal', refusal: result.refusal }
  }
  writeTraces(tx, { ...traces, ...said, facts, unitCode: place, answer: seal(result.value) })
  return { kind: 'value', value: result.value }
}
