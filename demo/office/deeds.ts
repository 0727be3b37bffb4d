import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { Actor } from '../../src/platform/access/actor.ts'
import type { Action } from '../../src/platform/actions/declare.ts'
import { type Ground, runAction } from '../../src/platform/actions/run-action.ts'
import { type Clock, clockAt } from '../../src/platform/clock/clock.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import type { Tx } from '../../src/platform/database/tx.ts'
import { noFiles } from '../../src/platform/files/no-files.ts'
import type { Job } from '../../src/platform/jobs/jobs.ts'
import { diceOf } from '../dice.ts'

/** What an action answered, by the label of its deed. */
export type Said = (label: string) => Readonly<Record<string, unknown>>

/** One action that somebody of the office did on a day gone by. */
export interface Deed {
  /** What belongs together: after a refusal nothing more of it is done. */
  readonly story: string
  /** No other deed has it: the id of the action is drawn from it. */
  readonly label: string
  readonly on: PlainDate
  readonly by: Actor
  readonly name: string
  /** Where it needs what an earlier deed answered, worked out then. */
  readonly input: object | ((said: Said) => object)
  /** What the action leaves to the background, done in the evening of the day: a job that is done does nothing. */
  readonly job?: Job
}

/** The same id on every machine, in the order of the days. */
export const deedId = ({ label, on }: Pick<Deed, 'label' | 'on'>): string => diceOf('office', label).uuid(Date.parse(`${on}T01:00:00Z`))

/** An instant of office hours, in the order of the deeds of a day. */
const instantOf = (on: PlainDate, nth: number): string =>
  new Date(Date.parse(`${on}T01:05:00Z`) + Math.min(nth, 400) * 71_000).toISOString()

export interface Office extends Omit<Ground, 'clock'> {
  readonly actions: readonly Action[]
  /** What a day brings about by itself, before anybody does anything on it. */
  readonly dawn: (clock: Clock) => Promise<unknown>
  readonly log: (line: string) => void
}

/** Deeds of a day that may be done beside one another: each story is one thread. */
const AT_ONCE = 4

/** Does the job of a deed as the queue would, in the scope of whoever caused it. */
async function doJob(ground: Ground, deed: Deed): Promise<void> {
  const { by, job } = deed
  if (!job) return
  const payload = { runId: deedId(deed) }
  const scope = { ...by.scope, accountId: by.accountId }
  const step = <T>(mode: 'read' | 'write', work: (tx: Tx) => Promise<T>) => withScope(ground.pool, scope, mode, work)
  await job.run({ ...ground, files: noFiles, scope, payload, signal: new AbortController().signal, isLastTry: true, step })
}

interface Timed {
  readonly deed: Deed
  readonly clock: Clock
}

/** The deeds of each day, in the order of days, and of each story in their order. */
function daysOf(deeds: readonly Deed[]): (readonly [PlainDate, readonly (readonly Timed[])[]])[] {
  const days = new Map<PlainDate, Map<string, Timed[]>>()
  const counts = new Map<PlainDate, number>()
  for (const deed of deeds.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    const { on, story } = deed
    const nth = counts.get(on) ?? 0
    counts.set(on, nth + 1)
    const stories = days.get(on) ?? new Map<string, Timed[]>()
    days.set(on, stories.set(story, [...(stories.get(story) ?? []), { deed, clock: clockAt(instantOf(on, nth)) }]))
  }
  return [...days].map(([on, stories]) => [on, [...stories.values()]])
}

/** Does some things beside one another. After a fault nothing more is begun, and what was is waited for. @throws the first fault */
async function besides<Thing>(things: readonly Thing[], work: (thing: Thing) => Promise<void>): Promise<void> {
  const [waiting, faults] = [[...things], [] as unknown[]]
  const hand = async () => {
    for (let one = waiting.shift(); one !== undefined && faults.length === 0; one = waiting.shift())
      await work(one).catch((fault: unknown) => void faults.push(fault))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
  if (faults.length > 0) throw faults[0]
}

/**
 * Does deeds in the order of their days by the program's own actions. Done before, they are answered again and nothing is
 * done twice. A deed that is refused is told in the log, and the rest of its story left out.
 */
export async function doDeeds(office: Office, deeds: readonly Deed[]): Promise<void> {
  const { actions, dawn, log, ...ground } = office
  const byName = new Map(actions.map((action) => [action.contract.name, action]))
  const answers = new Map<string, Readonly<Record<string, unknown>>>()
  const broken = new Set<string>()
  const said: Said = (label) => {
    const answer = answers.get(label)
    if (!answer) throw new Error(`demo: nothing was answered to ${label}`)
    return answer
  }
  const doOne = async ({ deed, clock }: Timed) => {
    const { story, label, on, by, name, input } = deed
    if (broken.has(story)) return
    const action = byName.get(name)
    if (!action) throw new Error(`demo: no action ${name}`)
    const call = { actor: by, actionId: deedId(deed), input: typeof input === 'function' ? input(said) : input }
    const answer = await runAction({ ...ground, clock }, action, call)
    if (answer.kind !== 'value') {
      broken.add(story)
      return log(`演示数据：${label}（${name}，${on}）没有办成：${JSON.stringify(answer)}`)
    }
    answers.set(label, answer.value as Record<string, unknown>)
  }
  for (const [on, stories] of daysOf(deeds)) {
    await dawn(clockAt(`${on}T00:30:00Z`))
    await besides(stories, async (story) => {
      for (const one of story) await doOne(one)
    })
    // A job sees one moment and begins anew where another changes the journal: with nobody beside it there is one.
    for (const { deed, clock } of stories.flat()) if (answers.has(deed.label)) await doJob({ ...ground, clock }, deed)
  }
}
