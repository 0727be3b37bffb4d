import { makeCitizenId } from '../src/kernel/citizen-id.ts'
import type { PlainDate } from '../src/kernel/plain-date.ts'
import type { Dice } from './dice.ts'

/**
 * Hands out identity numbers that begin with 99, a region that is assigned to nobody; no number twice. `bureaus` are all
 * bureaus of the load: within one province the rest of the region is the county's own (990112 for 500112), across
 * provinces it is a count of them.
 */
export function openCitizenIds(
  bureaus: readonly string[],
): (dice: Dice, born: { bureau: string; bornOn: PlainDate; sex: string }) => string {
  const isOneProvince = new Set(bureaus.map((bureau) => bureau.slice(0, 2))).size < 2
  const regions = new Map(
    bureaus.map((bureau, at) => [bureau, isOneProvince ? `99${bureau.slice(2)}` : `99${String(at).padStart(4, '0')}`]),
  )
  const state = { bureau: '', given: new Set<string>() }
  return (dice, { bureau, bornOn, sex }) => {
    // Files are made a bureau after the other, and numbers of two bureaus differ: only one bureau's need be remembered.
    if (state.bureau !== bureau) Object.assign(state, { bureau, given: new Set<string>() })
    const parity = sex === 'male' ? 1 : 0
    const start = dice.below(500)
    for (let step = 0; step < 500; step++) {
      const id = makeCitizenId({ region6: regions.get(bureau) ?? '990000', bornOn, sequence: ((start + step) % 500) * 2 + parity })
      if (state.given.has(id)) continue
      state.given.add(id)
      return id
    }
    throw new Error(`more than 500 people of one sex were born in ${bureau} on one day`)
  }
}
