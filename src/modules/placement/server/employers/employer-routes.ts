import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { rangeOf } from '../../../../kernel/region-code.ts'
import type { Result } from '../../../../kernel/result.ts'
import { runAction } from '../../../../platform/actions/run-action.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import {
  EmployerAnswer,
  EmployerKey,
  type EmployerRefusal,
  EmployerRefused,
  type EmployerScene,
  RankBody,
} from '../../contract-employers.ts'
import { actorOf, type Door, type DoorGround, openDoor } from './employer-door.ts'
import { sceneFor } from './employer-scene.ts'
import { rankPeople } from './rank-people.ts'

const STATUS = {
  'no-such-door': 404,
  'too-many-tries': 429,
  'lists-open': 409,
  'window-over': 409,
  'not-open': 409,
  'unknown-person': 422,
  'changed-meanwhile': 409,
} as const satisfies Record<EmployerRefusal['code'], number>

const answers = { 200: EmployerAnswer, 404: EmployerRefused, 409: EmployerRefused, 422: EmployerRefused, 429: EmployerRefused }

type Scened = Result<EmployerScene, EmployerRefusal>

const send = (reply: FastifyReply, answer: Scened): FastifyReply =>
  answer.ok ? reply.send({ scene: answer.value }) : reply.code(STATUS[answer.refusal.code]).send({ refusal: answer.refusal })

/** Marks that somebody has come in by the door: the officer sees that the link has arrived. */
async function look({ pool, clock }: DoorGround, door: Door): Promise<Scened> {
  const now = clock.now()
  return await withScope(pool, rangeOf(door.unit_code), 'write', async (tx) => {
    if (door.entered_at === null)
      await tx.query(
        'update placement.employer_doors set entered_at = $2 where bureau_code = left($3, 6) and id = $1 and entered_at is null',
        [door.id, now, door.unit_code],
      )
    return await sceneFor(tx, door, Date.parse(now))
  })
}

async function rank(ground: DoorGround, door: Door, { id, post, tiers }: { id: string; post: string; tiers: string[][] }): Promise<Scened> {
  const input = { roundId: door.round_id, uscc: door.uscc, post, tiers }
  const answer = await runAction(ground, rankPeople, { actor: actorOf(door), actionId: id, input })
  if (answer.kind === 'refusal') return { ok: false, refusal: answer.refusal as EmployerRefusal }
  if (answer.kind === 'problem') return { ok: false, refusal: { code: 'changed-meanwhile' } }
  return await look(ground, door)
}

/**
 * The doors of receiving units, without an account: link and code go in the body of every message, so that neither is in
 * an address or a log. Nothing but pseudonyms, bands and skills goes out.
 */
export function registerEmployerDoors(server: FastifyInstance, ground: DoorGround): void {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const enter = async (request: FastifyRequest, key: { link: string; code: string }): Promise<Result<Door, EmployerRefusal>> =>
    await openDoor(ground, { ...key, address: request.ip })
  const see = { summary: 'A receiving unit looks at who has listed its posts', tags: ['open'], body: EmployerKey, response: answers }
  app.post('/api/open/employer', { schema: see }, async (request, reply) => {
    const door = await enter(request, request.body)
    return send(reply, door.ok ? await look(ground, door.value) : door)
  })
  const say = { summary: 'A receiving unit ranks who has listed its post', tags: ['open'], body: RankBody, response: answers }
  app.post('/api/open/employer/rank', { schema: say }, async (request, reply) => {
    const { link, code, ...ranked } = request.body
    const door = await enter(request, { link, code })
    return send(reply, door.ok ? await rank(ground, door.value, ranked) : door)
  })
}
