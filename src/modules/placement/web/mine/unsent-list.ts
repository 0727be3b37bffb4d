import type { MyRound } from '../../contract-receipts.ts'

type Lists = NonNullable<MyRound['lists']>

/** A list that somebody has put in order and not handed in. */
export interface UnsentList {
  readonly roundId: string
  readonly posts: readonly string[]
}

/** What lay sealed, read again: of this round, and of posts that can still be chosen in it; anything else is none. */
export function readUnsent(value: unknown, { roundId, lists }: { roundId: string; lists: Lists }): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const kept = value as Partial<Record<keyof UnsentList, unknown>>
  if (kept.roundId !== roundId || !Array.isArray(kept.posts)) return undefined
  const posts = kept.posts.filter((code) => lists.posts.some((post) => post.code === code)) as string[]
  return [...new Set(posts)].slice(0, lists.most)
}
