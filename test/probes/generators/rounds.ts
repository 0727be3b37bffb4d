import { CITIES, COUNTIES, NOWHERE } from '../world/places.ts'
import type { RoundMade, Stage } from '../world/rounds/round-made.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

/** Two neighbouring counties of one city and one of another province. */
const AT = [COUNTIES[0], COUNTIES[1], COUNTIES[3]]

/** One call about a round of each county, at the stage that the call needs. */
const eachRound =
  (stage: Stage, bodyOf: (round: RoundMade, maker: Maker) => Promise<object> | object): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const county of AT) {
      const round = await maker.rounds.round(county, stage)
      const body = await bodyOf(round, maker)
      cases.push({
        label: county,
        touches: county,
        body: { roundId: round.roundId, ...body },
        absent: { roundId: maker.nobody(), ...body },
      })
    }
    return cases
  }

const drafted: Generator = async (maker) => {
  const cases: Made[] = []
  for (const county of AT) {
    const body = maker.rounds.draftBody(await maker.rounds.rank(county))
    cases.push({ label: county, touches: county, body, absent: { ...body, cohortId: maker.nobody() } })
  }
  return cases
}

const draftedAtOnce =
  (body: 'twoWayBody' | 'directiveBody'): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const county of AT) {
      const asked = maker.rounds[body](await maker.rounds.rank(county))
      cases.push({ label: county, touches: county, body: asked, absent: { ...asked, cohortId: maker.nobody() } })
    }
    return cases
  }

/** One call about an open round of each county that is computed at once. */
const eachComputed =
  (way: 'two-way' | 'directive', bodyOf: (round: RoundMade, maker: Maker) => Promise<object> | object): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const county of AT) {
      const round = await maker.rounds.computed(county, way)
      const body = await bodyOf(round, maker)
      const absent = { roundId: maker.nobody(), ...body }
      cases.push({ label: county, touches: county, body: { roundId: round.roundId, ...body }, absent })
    }
    return cases
  }

/** Who has a file of their own open takes part in a round of their county; nobody has an authority for placement. */
const ownList: Generator = async (maker) => {
  const cases: Made[] = []
  for (const person of maker.persons.filter(({ kinds }) => kinds === undefined)) {
    const county = `${person.at.slice(0, 6)}000000`
    const { roundId } = await maker.rounds.computed(county, 'two-way', { personId: person.personId, at: person.at })
    const body = { roundId, posts: ['P01'] }
    cases.push({ label: person.label, belongsTo: person.personId, kind: 'placement', body, absent: { ...body, roundId: maker.nobody() } })
  }
  return cases
}

/** The own turn of whoever has a file of their own open: they come first in a round of their county. */
const ownTurn: Generator = async (maker) => {
  const cases: Made[] = []
  for (const person of maker.persons.filter(({ kinds }) => kinds === undefined)) {
    const county = `${person.at.slice(0, 6)}000000`
    const { roundId } = await maker.rounds.round(county, 'open', { personId: person.personId, at: person.at })
    const body = { roundId, turn: 1, taken: { kind: 'pick', post: 'P01' } }
    cases.push({ label: person.label, belongsTo: person.personId, kind: 'placement', body, absent: { ...body, roundId: maker.nobody() } })
  }
  return cases
}

const listed: Generator = async () =>
  [...COUNTIES, ...CITIES].map((place) => ({
    label: place,
    touches: place,
    body: { place, limit: 50 },
    absent: { place: NOWHERE, limit: 50 },
  }))

export const rounds: Readonly<Record<string, Generator>> = {
  'round.list': listed,
  'round.offer': async () => COUNTIES.map((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } })),
  'round.get': eachRound('open', () => ({})),
  'round.draft': drafted,
  'round.handInList': eachRound('draft', ({ candidateIds }) => ({ candidateId: candidateIds[0], posts: ['P02'], broughtBy: '家属' })),
  'round.draftAsIs': eachRound('draft', () => ({})),
  'round.redraft': eachRound('draft', ({ postIds, cohortId }, maker) => {
    const { title, turn, draw } = maker.rounds.draftBody({ cohortId, postIds })
    return { version: 1, title, postIds, draw, rules: { kind: 'turns', turn } }
  }),
  'round.commit': eachRound('draft', () => ({})),
  'round.replace': eachRound('committed', () => ({ reason: '成绩更正' })),
  'round.draw': eachRound('committed', () => ({ value: '07' })),
  'round.confirmPresence': eachRound('drawn', () => ({})),
  'round.turn': eachRound('open', ({ candidateIds }) => ({
    turn: 1,
    candidateId: candidateIds[0],
    taken: { kind: 'pick', post: 'P01', by: 'self' },
  })),
  'round.steer': eachRound('present', () => ({ step: { kind: 'open' } })),
  'round.writeSlip': eachRound('open', async ({ roundId, county, candidateIds }, maker) => {
    const taken = { kind: 'pick', post: 'P01', by: 'self' }
    await maker.done('round.turn', { touches: county }, { roundId, turn: 1, candidateId: candidateIds[0], taken })
    return { candidateId: candidateIds[0] }
  }),
  'round.draftTwoWay': draftedAtOnce('twoWayBody'),
  'round.draftDirective': draftedAtOnce('directiveBody'),
  'round.computed': eachComputed('two-way', () => ({})),
  'round.costs': eachComputed('directive', ({ candidateIds }) => ({ candidateId: candidateIds[0] })),
  'round.enterList': eachComputed('two-way', ({ candidateIds }) => ({ candidateId: candidateIds[0], posts: ['P01'] })),
  'round.giveDoor': eachComputed('two-way', () => ({ uscc: '91350100M000100Y43', givenTo: '人事科' })),
  'round.shutDoor': eachComputed('two-way', async ({ roundId, county }, maker) => {
    await maker.done('round.giveDoor', { touches: county }, { roundId, uscc: '91350100M000100Y43', givenTo: '人事科' })
    return { uscc: '91350100M000100Y43' }
  }),
  'round.deviate': eachComputed('directive', async ({ roundId, county, candidateIds }, maker) => {
    await maker.done('round.steer', { touches: county }, { roundId, step: { kind: 'compute' } })
    return { candidateId: candidateIds[0], post: null, reason: '本人放弃', article: '第三十四条' }
  }),
  'mine.handInList': ownList,
  'mine.takeTurn': ownTurn,
  'mine.rounds': async () => [{ label: 'own', body: {}, holdsFor: new Map() }],
  'round.undo': eachRound('open', async ({ roundId, county, candidateIds }, maker) => {
    await maker.done('round.turn', { touches: county }, { roundId, turn: 1, candidateId: candidateIds[0], taken: { kind: 'absent' } })
    return { seq: 2, reason: '误按' }
  }),
}
