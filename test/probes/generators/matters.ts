import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const PLACES = [...VILLAGES, '500112017000', ...COUNTIES, ...CITIES, ...PROVINCES]

/** They serve kinds of their own: an application for a card is not there for them. */
export const APART = ['dutyLawyer', 'counsellor', 'lineSupervisor'] as const

const CARD = { typeCode: 'preferenceCard', answers: { kind: 'veteran', phone: '10012345678' } }

const atPlaces: Generator = async () =>
  PLACES.map((place) => ({ label: place, touches: place, body: { place, limit: 200 }, absent: { place: NOWHERE, limit: 200 } }))

const balances: Generator = async () =>
  PLACES.map((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } }))

/** An application for a card, with somebody of its own. */
async function applied(maker: Maker, unit: string): Promise<string> {
  const person = await maker.person(unit)
  const { id = '' } = await maker.done(
    'matter.open',
    { touches: unit, role: 'countyOfficer' },
    { ...CARD, unitCode: unit, personId: person.id },
  )
  maker.remember(id, unit)
  return id
}

const aboutMatters =
  (extra: object, kind: 'read' | 'use'): Generator =>
  async (maker) => {
    const nobodys = { ...extra, matterId: maker.nobody() }
    const made: Made[] = []
    for (const unit of maker.stations) {
      const matterId = await applied(maker, unit)
      const holds = kind === 'read' && Object.keys(extra).length === 0 ? { holds: [matterId] } : {}
      made.push({ label: unit, touches: unit, notFor: APART, body: { ...extra, matterId }, absent: nobodys, ...holds })
    }
    return made
  }

const STRANGERS = [
  ['500112000000', '500105001001'],
  ['500112017005', '500112017007'],
  ['500105001001', '500112017005'],
] as const

/** For somebody at one's own station, and for somebody of another. */
const opened: Generator = async (maker) => {
  const own = await Promise.all(
    maker.stations.map(async (unit): Promise<Made> => {
      const { id: personId } = await maker.person(unit)
      return { label: unit, touches: unit, body: { ...CARD, unitCode: unit, personId }, absent: { ...CARD, unitCode: NOWHERE, personId } }
    }),
  )
  const strangers = await Promise.all(
    STRANGERS.map(async ([unit, other]): Promise<Made> => {
      const { person } = await maker.standing(other)
      const body = { ...CARD, unitCode: unit, personId: person.id }
      const { id } = await maker.person(unit)
      return {
        label: `${unit} for ${other}`,
        touches: unit,
        about: other,
        body,
        absent: { ...body, personId: maker.nobody() },
        paired: { ...body, personId: id },
      }
    }),
  )
  return [...own, ...strangers]
}

const entitled: Generator = async (maker) =>
  await Promise.all(
    maker.stations.map(async (unit): Promise<Made> => {
      const { person } = await maker.standing(unit)
      return { label: unit, touches: unit, body: { personId: person.id }, absent: { personId: maker.nobody() } }
    }),
  )

/** Applications that the head of the township has taken into their own hands, and can give back. */
const released: Generator = async (maker) => {
  const made: Made[] = []
  for (const unit of maker.stations) {
    const matterId = await applied(maker, unit)
    await maker.done('matter.claim', { touches: unit, role: 'townshipHead' }, { matterId })
    made.push({ label: unit, touches: unit, notFor: APART, body: { matterId }, absent: { matterId: maker.nobody() } })
  }
  return made
}

const ROSTER = { onDay: '2099-03-02', slots: [{ from: '09:00', until: '11:30', lawyer: '钱律师', places: 5 }] }

const rosters: Generator = async () =>
  [...COUNTIES].map((unitCode) => ({
    label: unitCode,
    touches: unitCode,
    body: { ...ROSTER, unitCode },
    absent: { ...ROSTER, unitCode: NOWHERE },
  }))

export const matters: Readonly<Record<string, Generator>> = {
  'entitlement.list': entitled,
  'matter.inbox': async () => [{ label: 'own', body: { limit: 200 } }],
  'matter.kinds': async () => [{ label: 'all', body: {} }],
  'matter.list': atPlaces,
  'roster.list': balances,
  'roster.set': rosters,
  'matter.balance': balances,
  'matter.astray': balances,
  'matter.get': aboutMatters({}, 'read'),
  'matter.letter': aboutMatters({ letter: 'receipt' }, 'read'),
  'matter.writeLetter': aboutMatters({ letter: 'receipt' }, 'use'),
  'matter.open': opened,
  'matter.step': aboutMatters({ step: 'giveUp', steps: 1 }, 'use'),
  'matter.claim': aboutMatters({}, 'use'),
  'matter.release': released,
  'matter.colleagues': aboutMatters({}, 'use'),
  'matter.escalated': async () => [{ label: 'own', body: { limit: 200 } }],
  'matter.giveDocument': aboutMatters({ code: 'photo' }, 'use'),
}
