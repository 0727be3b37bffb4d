import type { Happening } from '../../domain/record/events.ts'

/** `pick-list`, `pass-list`, `pass-clock`: nobody spoke, a list or the clock did. */
export const kindOf = (what: Happening): string =>
  'by' in what && (what.by === 'list' || what.by === 'clock') ? `${what.kind}-${what.by}` : what.kind

/** The numbers of links that were taken back. */
export const undoneIn = (links: readonly { readonly what: Happening }[]): ReadonlySet<number> =>
  new Set(links.flatMap(({ what }) => (what.kind === 'undo' ? [what.undoes] : [])))

/** The post that a link is about, with its name. */
export function postIn(what: Happening, posts: ReadonlyMap<string, { readonly employer: string }>): string | null {
  if (!('post' in what) || what.post === undefined) return null
  return `${what.post} ${posts.get(what.post)?.employer ?? ''}`.trim()
}
