import { useText } from '../../../../ui/text/use-text.ts'
import type { PostState } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { postMessages } from './messages-posts.ts'

type Key = (typeof postMessages)['keys'][number]
type Code = Extract<Key, `posts.refusal.${string}`> extends `posts.refusal.${infer One}` ? One : never

/** Why something about posts was refused, in one plain sentence. */
export function usePostRefusal(): (refusal: { code: Code; state?: PostState | null } | undefined) => string | undefined {
  const text = useText(postMessages)
  return (refusal) => {
    if (!refusal) return undefined
    const stateWords = refusal.state ? text(`posts.state.${refusal.state}`) : ''
    return text(`posts.refusal.${refusal.code}`, { ...valuesOf(refusal), stateWords })
  }
}
