import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { DeskMaker } from '../../generators/probe-case.ts'
import { judge } from '../../oracle/judge.ts'
import type { Actor } from '../actors.ts'
import { messageTo, saidIn, send } from '../desk.ts'
import type { Grounds } from '../grounds.ts'
import { madeUp } from '../people-made-up.ts'

/** What is asked about: the place it touches, and the role and place of who asks where these matter. */
interface About {
  readonly touches: string
  readonly role?: string
  readonly at?: string
}

/** Asks the server as somebody who may, and hands out what is there once only. */
export interface Asking extends Pick<DeskMaker, 'done' | 'doer' | 'fresh' | 'nobody'> {
  /** @throws where nobody may */
  readonly whoMay: (route: string, touches: string) => Actor
  /** What a view answers. @throws where it was refused */
  readonly seen: (route: string, about: About, body: object) => Promise<unknown>
  /** A number that nothing else in this world has. */
  readonly next: () => number
}

export function askingOn({ app, actors }: Grounds): Asking {
  let serial = 0
  const next = (): number => serial++
  const find = (route: string, { touches, role, at }: About): Actor => {
    const isOne = (one: Actor) => (role === undefined || one.role === role) && (at === undefined || one.at === at)
    const actor = actors.find((one) => judge(one, { route, touches }) === 'may' && isOne(one))
    if (!actor) throw new Error(`nobody may ${route} at ${touches}`)
    return actor
  }
  const whoMay: Asking['whoMay'] = (route, touches) => find(route, { touches })
  const asked = async (kind: 'do' | 'see', route: string, about: About, body: object): Promise<unknown> => {
    const actor = find(route, about)
    const answer = await send(app, actor.token, messageTo(kind, route, body))
    const said = saidIn(answer)
    if (answer.status !== 200) throw new Error(`making the world: ${route} at ${about.touches} by ${actor.label} said ${answer.text}`)
    return said.value
  }
  return {
    next,
    whoMay,
    done: async (route, about, body) => (await asked('do', route, about, body)) as Record<string, string>,
    seen: (route, about, body) => asked('see', route, about, body),
    doer: (route, touches) => whoMay(route, touches).accountId,
    fresh: () => madeUp(next()),
    nobody: () => (serial % 2 === 0 ? uuidv7() : randomUUID()),
  }
}
