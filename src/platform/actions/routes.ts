import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ActionId } from '../../kernel/id.ts'
import type { Actor } from '../access/actor.ts'
import type { Grant } from '../access/grants.ts'
import { isForAnother } from '../access/request-actor.ts'
import { type Answer, type Problem, problem } from './answer.ts'
import type { Action, RefusalStatus, View } from './declare.ts'
import { type Ground, runAction } from './run-action.ts'
import { runView } from './run-view.ts'

/**
 * Finds who is asking, from the request's session; undefined where nobody is signed in. A browser may hold two sessions, of
 * an office and of a person on /me: the grant that is asked for says which is meant.
 */
export type FindActor = (request: FastifyRequest, grant?: Grant) => Promise<Actor | undefined>

const STATUS = {
  'not-signed-in': 401,
  'not-permitted': 403,
  'not-found': 404,
  'invalid-input': 400,
  'id-reused': 422,
  'still-running': 409,
} as const satisfies Record<Problem['code'], number>

const ProblemBody = z.object({
  problem: z.looseObject({
    code: z.string(),
    issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  }),
})

const problems = {
  400: ProblemBody,
  401: ProblemBody,
  403: ProblemBody,
  404: ProblemBody,
  409: ProblemBody,
  422: ProblemBody,
  500: ProblemBody,
}

function send(reply: FastifyReply, answer: Answer, refusals: Readonly<Record<string, RefusalStatus>>): FastifyReply {
  if (answer.kind === 'value') return reply.code(200).send({ value: answer.value })
  if (answer.kind === 'refusal') return reply.code(refusals[answer.refusal.code] ?? 409).send({ refusal: answer.refusal })
  return reply.code(STATUS[answer.problem.code]).send({ problem: answer.problem })
}

/** Answers that may refuse: by status, the refusal of the contract or a problem common to all. */
function answersOf(action: Action) {
  const said = z.union([z.object({ refusal: action.contract.refusal }), ProblemBody])
  return { ...problems, 200: z.object({ value: action.contract.output }), 404: said, 409: said, 422: said }
}

/** POST /api/do/<name>: one route an action. The client's id comes in `idempotency-key`. */
export function registerActions(app: FastifyInstance, ground: Ground, parts: { actions: readonly Action[]; findActor: FindActor }): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  for (const action of parts.actions) {
    const { name, summary, input } = action.contract
    typed.post(
      `/api/do/${name}`,
      {
        validatorCompiler: asItCame,
        schema: {
          summary,
          operationId: name,
          tags: [name.split('.')[0] ?? name],
          headers: z.looseObject({ 'idempotency-key': ActionId }),
          body: input,
          response: answersOf(action),
        },
      },
      async (request, reply) => {
        const actor = await parts.findActor(request, action.grant)
        if (!actor || isForAnother(request, actor)) return send(reply, problem({ code: 'not-signed-in' }), {})
        const id = ActionId.safeParse(request.headers['idempotency-key'])
        if (!id.success) return send(reply, problem({ code: 'invalid-input', issues: [missingKey] }), {})
        return send(reply, await runAction(ground, action, { actor, actionId: id.data, input: request.body }), action.refusals)
      },
    )
  }
}

/** The spine validates the message itself, after the permission: a stranger learns nothing from an error. */
const asItCame = () => (value: unknown) => ({ value })

const missingKey = { path: 'idempotency-key', code: 'not-an-action-id', message: 'not-an-action-id' }

/** POST /api/see/<name>: one route a view. A body and not a query, so that no name or number is written to a log. */
export function registerViews(app: FastifyInstance, ground: Ground, parts: { views: readonly View[]; findActor: FindActor }): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  for (const view of parts.views) {
    const { name, summary, input, output } = view.contract
    typed.post(
      `/api/see/${name}`,
      {
        validatorCompiler: asItCame,
        schema: {
          summary,
          operationId: name,
          tags: [name.split('.')[0] ?? name],
          body: input,
          response: { ...problems, 200: z.object({ value: output }) },
        },
      },
      async (request, reply) => {
        const actor = await parts.findActor(request, view.grant)
        if (!actor || isForAnother(request, actor)) return send(reply, problem({ code: 'not-signed-in' }), {})
        return send(reply, await runView(ground, view, { actor, input: request.body }), {})
      },
    )
  }
}
