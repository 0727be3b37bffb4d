import type { Pool } from 'pg'
import type { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { isWithin } from '../../kernel/region-code.ts'
import { type Actor, scopeOf } from '../access/actor.ts'
import type { Clock } from '../clock/clock.ts'
import { prepared } from '../database/prepared.ts'
import { withScope } from '../database/scope.ts'
import type { Tx } from '../database/tx.ts'
import type { FileStore } from '../files/file-store.ts'
import { noFiles } from '../files/no-files.ts'
import { addJob } from '../jobs/jobs.ts'
import { canonical } from '../journal/canonical.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { type Answer, problem } from './answer.ts'
import { writeRefusal, writeTraces } from './commit.ts'
import type { ActionContext, Fact, ViewContext } from './context.ts'
import type { Action } from './declare.ts'
import { issuesOf } from './issues.ts'
import { answerAgain, bodyHashOf, findEarlier, sealAnswer } from './receipt.ts'

/** What the spine stands on. */
export interface Ground {
  readonly pool: Pool
  /** For persons on /me; left out where none comes. */
  readonly mePool?: Pool
  readonly clock: Clock
  readonly secrets: Secrets
  /** Left out where nothing stores files. */
  readonly files?: FileStore
}

/** An office acts through one role of the database, a person on /me through another. @throws where there is none for persons */
export function poolOf({ pool, mePool }: Ground, { person }: Pick<Actor, 'person'>): Pool {
  if (!person) return pool
  if (!mePool) throw new Error('a person acts where no pool for persons was opened')
  return mePool
}

export interface ActionCall {
  readonly actor: Actor
  /** Client-made UUIDv7: the same id with the same message is the same action. */
  readonly actionId: string
  readonly input: unknown
}

/** What a refused action did comes undone to here; its receipt stays. */
const SAVEPOINT = prepared('savepoint effect')
const BACK_TO_SAVEPOINT = prepared('rollback to savepoint effect')

/**
 * Runs one action in one transaction: its effect, its receipt, its facts, its journal leaf and its jobs are all there
 * or none is. Safe to call again with the same id after a lost answer, a kill or a time-out.
 */
export async function runAction(ground: Ground, action: Action, call: ActionCall): Promise<Answer> {
  if (!call.actor.grants.has(action.grant)) return problem({ code: 'not-permitted' })
  const message = action.contract.input.safeParse(call.input)
  if (!message.success) return problem({ code: 'invalid-input', issues: issuesOf(message.error) })
  const body = canonical([action.contract.name, message.data])
  return await withScope(poolOf(ground, call.actor), scopeOf(call.actor), 'write', async (tx) => {
    const [earlier] = await Promise.all([findEarlier(tx, call.actor, call.actionId), tx.query(SAVEPOINT)])
    if (earlier.kind === 'running') return problem({ code: 'still-running' })
    const about = { secrets: ground.secrets, actionId: call.actionId }
    if (earlier.kind === 'answered') return answerAgain(earlier.row, body, about)
    return await act({ ground, action, call, tx, bodyHash: bodyHashOf(ground.secrets, body), input: message.data })
  })
}

interface Act {
  readonly ground: Ground
  readonly action: Action
  readonly call: ActionCall
  readonly tx: Tx
  readonly bodyHash: Buffer
  readonly input: unknown
}

async function act({ ground, action, call, tx, bodyHash, input }: Act): Promise<Answer> {
  const { actor, actionId } = call
  const seen: ViewContext = { tx, actor, now: ground.clock.now(), today: ground.clock.today(), secrets: ground.secrets }
  const place = await action.where(input, seen)
  if (place === undefined || !isWithin(place, actor.scope)) return problem({ code: 'not-found' })

  const notes = openNotes()
  const context = actionContext({ seen, actionId, place, notes, files: ground.files ?? noFiles })
  const result = await action.run(context, input)

  const traces = { actor, actionId, actionName: action.contract.name, at: seen.now, bodyHash }
  const seal = (said: unknown) => sealAnswer(said, { secrets: ground.secrets, actionId })
  if (!result.ok) {
    await tx.query(BACK_TO_SAVEPOINT)
    await writeRefusal(tx, { ...traces, answer: seal(result.refusal) })
    return { kind: 'refusal', refusal: result.refusal }
  }
  writeTraces(tx, { ...traces, ...notes, unitCode: context.unitCode, answer: seal(result.value) })
  return { kind: 'value', value: result.value }
}

interface Notes {
  readonly facts: Fact[]
  detail: Readonly<Record<string, unknown>>
  subject: string | undefined
}

const openNotes = (): Notes => ({ facts: [], detail: {}, subject: undefined })

function actionContext(parts: {
  seen: ViewContext
  actionId: string
  place: UnitCode | RegionCode
  notes: Notes
  files: FileStore
}): ActionContext {
  const { seen, notes } = parts
  return {
    ...seen,
    actionId: parts.actionId,
    unitCode: parts.place as UnitCode,
    files: parts.files,
    fact: (fact) => {
      notes.facts.push(fact)
    },
    note: (detail) => {
      notes.detail = { ...notes.detail, ...detail }
    },
    subject: (id) => {
      notes.subject = id
    },
    job: (name, payload) => addJob(seen.tx, seen.actor, { name, payload }),
  }
}
