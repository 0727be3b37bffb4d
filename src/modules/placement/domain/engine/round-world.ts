import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Candidate, Opening, Post } from '../record/opening.ts'
import type { Rules } from '../record/rules.ts'

/** Three people of 越秀区 and their pseudonyms, and posts beside them, with fixed values: what a test does not name does not matter. */
export const [A, B, C] = ['aa', 'bb', 'cc'].map((pair) => pair.repeat(32)) as [string, string, string]

export const person = (pseudonym: string, given: Partial<Candidate> = {}): Candidate => ({
  pseudonym,
  lines: [],
  marks: { service: 0, exam: 0, appraisal: 0 },
  composite: 0,
  facts: {},
  home: '440103',
  places: ['440103'],
  codes: [],
  hardship: 0,
  ...given,
})

export const post = (id: string, given: Partial<Post> = {}): Post => ({
  id,
  employer: '单位',
  kind: 'institution',
  seats: 1,
  place: '440103',
  scope: '440103',
  requires: [],
  wishes: [],
  ...given,
})

const BASE: Omit<Rules, 'way'> = {
  scheme: { version: '2018', items: [{ code: 'year', points: 300 }] },
  weights: { service: 100, exam: 0, appraisal: 0 },
  ties: [],
  apportionments: [],
}

export const RANKED: Rules = { ...BASE, way: 'points-ranked', turn: { clockSeconds: 60, onPass: 'end', onAbsent: 'end' } }
export const TWO_WAY: Rules = { ...BASE, way: 'two-way', twoWay: { mostListed: 3, silentEmployer: 'by-order' } }
export const DIRECTIVE: Rules = {
  ...BASE,
  way: 'directive',
  cost: { perKilometre: 10, misfit: 500, hardshipPerKilometre: 5, unplaced: 100_000 },
}

export const opening = (given: Partial<Opening> = {}): Opening => ({
  format: 'guidui-placement-opening/1',
  round: { id: 'r', title: '选岗', bureau: '440103', year: 2024, season: 'autumn' },
  committedOn: '2024-11-01' as PlainDate,
  rules: RANKED,
  candidates: [person(A), person(B), person(C, { proxy: ['p2', 'p1'] })],
  posts: [post('p1'), post('p2'), post('p3', { requires: [['doctor']] })],
  distances: [],
  draw: { source: '双色球 2024130 期', on: '2024-11-10' as PlainDate },
  seedHash: '00'.repeat(32),
  ...given,
})
