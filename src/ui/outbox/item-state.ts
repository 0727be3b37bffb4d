import type { StoredMark } from './stored.ts'

/** 待送 · 已送达 · 需处理 · 已另行处理 */
export type ItemState = 'sealed' | 'acked' | 'needsHand' | 'replaced'

/** The state that the marks of one item say. What the server has, it has, whatever else is told later. */
export function stateOf(marks: readonly Pick<StoredMark, 'kind'>[]): ItemState {
  if (marks.some(({ kind }) => kind === 'acked')) return 'acked'
  const last = marks.findLast(({ kind }) => kind === 'needsHand' || kind === 'again' || kind === 'replaced')
  if (last?.kind === 'needsHand') return 'needsHand'
  return last?.kind === 'replaced' ? 'replaced' : 'sealed'
}

/** Answers without an outcome since a person last had a say. */
export function triesOf(marks: readonly Pick<StoredMark, 'kind'>[]): number {
  const since = marks.findLastIndex(({ kind }) => kind === 'again')
  return marks.slice(since + 1).filter(({ kind }) => kind === 'tried').length
}
