import { readFileSync } from 'node:fs'
import type { Candidate, MyPlacement } from '../src/modules/placement/contract.ts'
import { openTestDatabase } from './database/clone.ts'
import { office, onMe, type Placed, place, seePlace } from './placement-world.ts'
import { ground, value } from './world.ts'

/** Each file of tests that asks for this has a database of its own. */
export const database = await openTestDatabase()

export const at = (now: string) => ({ ...ground(database, now), mePool: database.mePool })
export const on = at('2026-06-10T02:00:00Z')
export const later = at('2026-06-20T02:00:00Z')

export const SCHEME = {
  ...(JSON.parse(readFileSync(new URL('../data/placement/scheme-2018.json', import.meta.url), 'utf8')) as object),
  version: '2023-test',
  leavingFrom: '2022-12-01',
  leavingTo: null,
}

export const { officer, approver, supervisor } = office

export const candidate = async ({ candidateId }: Placed, who = officer): Promise<Candidate> =>
  value<Candidate>(await seePlace(on, who, { name: 'candidate.get', input: { candidateId } }))

export const mine = async ({ personId }: Placed): Promise<MyPlacement> => {
  const { placements } = value<{ placements: MyPlacement[] }>(await seePlace(on, onMe(personId), { name: 'mine.placement', input: {} }))
  if (!placements[0]) throw new Error('nothing on /me')
  return placements[0]
}

export const sheetIdOf = async (one: Placed): Promise<string> => (await candidate(one)).sheets[0]?.id ?? ''

export const confirmed = async (one: Placed): Promise<Placed> => {
  const sheetId = await sheetIdOf(one)
  value(await place(on, onMe(one.personId), { name: 'mine.confirmScore', input: { candidateId: one.candidateId, sheetId } }))
  return { ...one, steps: one.steps + 1 }
}
