import type { ProbeCase } from './generators/probe-case.ts'
import type { Verdict } from './oracle/judge.ts'
import { leaksIn, type Owners, STATUS } from './oracle/traces.ts'
import type { Failure } from './tally.ts'
import type { Actor } from './world/actors.ts'
import { type Answer, saidIn } from './world/desk.ts'
import type { Bound } from './world/persons.ts'

export interface Checked {
  readonly one: ProbeCase
  readonly actor: Actor | Bound | undefined
  readonly verdict: Verdict
  readonly answer: Answer
  /** The same call about what does not exist, by the same actor. */
  readonly absent: Answer | undefined
  readonly owners: Owners
  readonly expected: number | undefined
}

/** Whoever may not hears this, and nothing else. */
const WORDS = {
  'signed-out': '{"problem":{"code":"not-signed-in"}}',
  'not-permitted': '{"problem":{"code":"not-permitted"}}',
  'outside-authority': '{"refusal":{"code":"outside-authority"}}',
} as const satisfies Partial<Record<Verdict, string>>
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** An answer without ids and versions, which differ from call to call: what is left must not tell a hidden row from none. */
const withoutIds = ({ status, text, headers }: Answer): string =>
  `${status} ${text.replace(UUID, '<id>').replace(/"version":\d+/g, '"version":0')} ${headers}`

export const sameAs = (answer: Answer, absent: Answer): boolean => withoutIds(answer) === withoutIds(absent)

/** Everything that is wrong with one answer. */
export function faultsOf(checked: Checked): Failure[] {
  const { one, actor, verdict, answer, owners } = checked
  const who = actor?.label ?? 'nobody'
  const fail = (kind: Failure['kind'], what: string): Failure => ({
    kind,
    route: one.route,
    what: `${who} · ${one.label}: ${what} — ${answer.status} ${answer.text.slice(0, 200)}`,
  })
  const leaks = leaksIn(answer.text, { asker: actor, route: one.route, typed: JSON.stringify(one.body), owners })
  const found = leaks.map((leak) => fail('leak', `shows ${leak}`))
  if (answer.status >= 500) return [...found, fail('wrong answer', 'a fault')]
  if (verdict === 'may') return [...found, ...faultsOfAllowed(checked, fail)]
  return [...found, ...faultsOfDenied(checked, fail)]
}

type Fail = (kind: Failure['kind'], what: string) => Failure

function faultsOfAllowed({ one, actor, answer, expected }: Checked, fail: Fail): Failure[] {
  const said = saidIn(answer)
  if (said.problem) return [fail('wrong denial', `may, and was told ${said.problem.code}`)]
  if (answer.status !== 200) return []
  // What is looked for is of kinds that no authority of the world covers: an agent is shown none of it.
  const own = actor?.role === 'person' && actor.kinds === undefined ? (one.holdsFor?.get(actor.personId) ?? []) : []
  const missing = [...(one.holds ?? []), ...own].filter((text) => !answer.text.includes(text))
  const counted = one.countAt?.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], said.value)
  return [
    ...missing.map((text) => fail('wrong denial', `does not show ${text}`)),
    ...(expected !== undefined && counted !== expected ? [fail('leak', `counts ${String(counted)} and not ${expected}`)] : []),
  ]
}

function faultsOfDenied({ one, verdict, answer, absent }: Checked, fail: Fail): Failure[] {
  const status = verdict === 'may' || verdict === 'hidden' ? undefined : STATUS[verdict]
  const words = verdict in WORDS ? WORDS[verdict as keyof typeof WORDS] : undefined
  const held = one.holds?.filter((text) => answer.text.includes(text)) ?? []
  const isTold =
    absent !== undefined &&
    (verdict === 'not-found' ? answer.text !== absent.text || answer.headers !== absent.headers : !sameAs(answer, absent))
  return [
    ...held.map((text) => fail('leak', `is ${verdict} and shows ${text}`)),
    ...(status !== undefined && answer.status !== status
      ? [fail(answer.status === 200 ? 'leak' : 'wrong answer', `not ${status} (${verdict})`)]
      : []),
    ...(words !== undefined && answer.text !== words ? [fail('leak', `says more than ${words}`)] : []),
    ...(isTold ? [fail('leak', `answers otherwise than for what does not exist: ${absent?.status} ${absent?.text.slice(0, 200)}`)] : []),
  ]
}
