import type { OpenRound } from '../../contract-board.ts'

/** Why the round that an address names cannot be checked: there is none, or its record is not published yet. Undefined: it can, or none is named. */
export function whyNotChecked(
  rounds: readonly Pick<OpenRound, 'id' | 'seal'>[] | undefined,
  roundId: string,
): 'unknown' | 'unsealed' | undefined {
  if (rounds === undefined || roundId === '') return undefined
  const named = rounds.find(({ id }) => id === roundId)
  if (named === undefined) return 'unknown'
  return named.seal === null ? 'unsealed' : undefined
}
