import type { PersonEvent } from '../../../../ui/person-part.ts'

/**
 * One timeline out of several, newest first. While one of them goes on (`last` is its oldest known instant), older
 * entries of the others wait: they might belong between entries that are not loaded yet.
 */
export function mergeEvents(lists: readonly (readonly PersonEvent[])[], last?: string): PersonEvent[] {
  return lists
    .flat()
    .filter(({ at }) => last === undefined || instant(at) >= instant(last))
    .toSorted((a, b) => instant(b.at) - instant(a.at) || (a.key < b.key ? -1 : 1))
}

/** A bare day is the end of that day in China, so that it stands above what was written before it. */
const instant = (at: string): number => Date.parse(at.length === 10 ? `${at}T23:59:59+08:00` : at)
