import { readFileSync } from 'node:fs'
import type { Candidate, MyPlacement } from '../src/modules/placement/contract.ts'
import { openTestDatabase } from './database/clone.ts'
import { office, onMe, type Placed, place, seePlace } from './placement-world.ts'
import { ground, value } from './world.ts'

export const SCHEME = {
  ...(JSON.parse(readFileSync(new URL('../data/placement/scheme-2018.json', import.meta.url), 'utf8')) as object),
  version: '2023-test',
  leavingFrom: '2022-12-01',
  leavingTo: null,
}

export const { officer, approver, supervisor } = office

/** A database of a test file's own, and the scores of a county in it. */
export async function openScoreWorld() {
  const database = await openTestDatabase()
  const at = (now: string) => ({ ...ground(database, now), mePool: database.mePool })
  const on = at('2026-06-10T02:00:00Z')
  const later = at('2026-06-20T02:00:00Z')

  const candidate = async ({ candidateId }: Placed, who = officer): Promise<Candidate> =>
    value<Candidate>(await seePlace(on, who, { name: 'candidate.get', input: { candidateId } }))

  const mine = async ({ personId }: Placed): Promise<MyPlacement> => {
    const { placements } = value<{ placements: MyPlacement[] }>(await seePlace(on, onMe(personId), { name: 'mine.placement', input: {} }))
    if (!placements[0]) throw new Error('nothing on /me')
    return placements[0]
  }

  const sheetIdOf = async (one: Placed): Promise<string> => (await candidate(one)).sheets[0]?.id ?? ''

  const confirmed = async (one: Placed): Promise<Placed> => {
    const sheetId = await sheetIdOf(one)
    value(await place(on, onMe(one.personId), { name: 'mine.confirmScore', input: { candidateId: one.candidateId, sheetId } }))
    return { ...one, steps: one.steps + 1 }
  }
  return { database, at, on, later, candidate, mine, sheetIdOf, confirmed }
}
