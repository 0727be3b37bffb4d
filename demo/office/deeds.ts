import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { Actor } from '../../src/platform/access/actor.ts'
import type { Action } from '../../src/platform/actions/declare.ts'
import { type Ground, runAction } from '../../src/platform/actions/run-action.ts'
import { type Clock, clockAt } from '../../src/platform/clock/clock.ts'
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

/**
 * Does deeds in the order of their days by the program's own actions. Done before, they are answered again and nothing is
 * done twice. A deed that is refused is told in the log, and the rest of its story left out.
 */
export async function doDeeds({ actions, dawn, log, ...ground }: Office, deeds: readonly Deed[]): Promise<void> {
  const byName = new Map(actions.map((action) => [action.contract.name, action]))
  const answers = new Map<string, Readonly<Record<string, unknown>>>()
  const broken = new Set<string>()
  const said: Said = (label) => {
    const answer = answers.get(label)
    if (!answer) throw new Error(`demo: nothing was answered to ${label}`)
    return answer
  }
  let [day, nth] = ['', 0]
  for (const deed of deeds.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    const { story, label, on, by, name, input } = deed
    if (day !== on) await dawn(clockAt(`${on}T00:30:00Z`))
    ;[day, nth] = [on, day === on ? nth + 1 : 0]
    if (broken.has(story)) continue
    const action = byName.get(name)
    if (!action) throw new Error(`demo: no action ${name}`)
    const call = { actor: by, actionId: deedId(deed), input: typeof input === 'function' ? input(said) : input }
    const answer = await runAction({ ...ground, clock: clockAt(instantOf(on, nth)) }, action, call)
    if (answer.kind === 'value') answers.set(label, answer.value as Record<string, unknown>)
    else {
      broken.add(story)
      log(`演示数据：${label}（${name}，${on}）没有办成：${JSON.stringify(answer)}`)
    }
  }
}
