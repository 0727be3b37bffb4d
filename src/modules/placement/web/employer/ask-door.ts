import type { z } from 'zod'
import { EmployerAnswer, type EmployerKey, type EmployerRefusal, EmployerRefused, type EmployerScene } from '../../contract-employers.ts'

export type Key = z.infer<typeof EmployerKey>

export type Told =
  | { readonly kind: 'scene'; readonly scene: EmployerScene }
  | { readonly kind: 'refused'; readonly refusal: EmployerRefusal }
  | { readonly kind: 'lost' }

async function ask(path: string, message: object): Promise<Told> {
  try {
    const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) })
    const said: unknown = await answer.json()
    const scene = EmployerAnswer.safeParse(said)
    if (scene.success) return { kind: 'scene', scene: scene.data.scene }
    const refused = EmployerRefused.safeParse(said)
    // A message that is not understood at all came with a link or a code that cannot be one.
    return { kind: 'refused', refusal: refused.success ? refused.data.refusal : { code: 'no-such-door' } }
  } catch {
    return { kind: 'lost' }
  }
}

/** Link and code go in the body: neither is in an address or a log. */
export const askScene = (key: Key): Promise<Told> => ask('/api/open/employer', key)

export const sendRanking = (key: Key, ranked: { post: string; tiers: string[][] }): Promise<Told> =>
  ask('/api/open/employer/rank', { ...key, id: crypto.randomUUID(), ...ranked })
