import type { Call } from './my-calls.ts'
import type { MyHome } from './read-my-home.ts'

type Line = MyHome['open'][number]

/** One thing that is asked of the person, and where it is done. */
export type Asked =
  | { readonly kind: 'turn' | 'papers'; readonly to: string; readonly matter: Line }
  | { readonly kind: 'confirmation'; readonly to: string; readonly year: number }
  | ({ readonly to: string } & Call)

/** What waits for the person: placement, whose windows close, then matters, then the confirmation of the year. How it was is asked apart. */
export function askedOfYou({ open, confirmation }: Pick<MyHome, 'open' | 'confirmation'>, calls: readonly Call[]): readonly Asked[] {
  const posts = calls.map((call): Asked => ({ ...call, to: call.kind === 'score' ? '/me/placement' : '/me/rounds' }))
  const matters = open.flatMap((matter): Asked[] => {
    const to = `/me/matters/${matter.id}`
    if (matter.isYourTurn) return [{ kind: 'turn', to, matter }]
    return matter.papersWanting > 0 ? [{ kind: 'papers', to, matter }] : []
  })
  if (confirmation?.state !== 'due') return [...posts, ...matters]
  return [...posts, ...matters, { kind: 'confirmation', to: '/me/kinds/annualConfirmation', year: confirmation.year }]
}
