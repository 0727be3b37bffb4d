import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const each =
  (places: readonly string[], of: (place: string, maker: Maker) => Promise<Omit<Made, 'label' | 'touches'>>): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const place of places) cases.push({ label: place, touches: place, ...(await of(place, maker)) })
    return cases
  }

const need = { kind: 'medical', urgency: 'soon' }
const offer = (unitCode: string) => ({ unitCode, kind: 'member', name: '麴帮扶', gives: ['medical'], capacity: 900, untilOn: null })

async function helperAt(maker: Maker, unit: string): Promise<string> {
  const { id = '' } = await maker.done('helper.offer', { touches: unit }, offer(unit))
  maker.remember(id, unit)
  return id
}

async function needAt(maker: Maker, unit: string): Promise<{ personId: string; needId: string }> {
  const { id: personId } = await maker.person(unit)
  const { id: needId = '' } = await maker.done('need.record', { touches: unit }, { personId, ...need })
  maker.remember(needId, unit)
  return { personId, needId }
}

const AGREED = { kinds: ['medical'], beganOn: '2026-01-05', untilOn: '2099-12-31' }

async function pairingAt(maker: Maker, unit: string): Promise<{ personId: string; pairingId: string }> {
  const { personId } = await needAt(maker, unit)
  const helperId = await helperAt(maker, unit)
  const { id: pairingId = '' } = await maker.done('pairing.begin', { touches: unit }, { personId, helperId, ...AGREED })
  maker.remember(pairingId, unit)
  return { personId, pairingId }
}

const ofPairing = (extra: object): Generator =>
  each(VILLAGES, async (unit, maker) => ({
    body: { pairingId: (await pairingAt(maker, unit)).pairingId, ...extra },
    absent: { pairingId: maker.nobody(), ...extra },
  }))

const ofPerson: Generator = each(VILLAGES, async (unit, maker) => {
  const { personId } = await pairingAt(maker, unit)
  return { body: { personId }, absent: { personId: maker.nobody() } }
})

/** Needs, helpers, agreements: who enters and who looks. */
export const pairing: Readonly<Record<string, Generator>> = {
  'pairing.desk': each([...VILLAGES, ...COUNTIES, ...CITIES, ...PROVINCES], async (place) => ({
    body: { place },
    absent: { place: NOWHERE },
  })),
  'pairing.ofPerson': ofPerson,
  'pairing.match': ofPerson,
  'need.record': each(VILLAGES, async (unit, maker) => ({
    body: { personId: (await maker.person(unit)).id, ...need },
    absent: { personId: maker.nobody(), ...need },
  })),
  'need.close': each(VILLAGES, async (unit, maker) => ({
    body: { needId: (await needAt(maker, unit)).needId, reason: 'gone' },
    absent: { needId: maker.nobody(), reason: 'gone' },
  })),
  'helper.offer': each([...VILLAGES, ...COUNTIES], async (unit) => ({ body: offer(unit), absent: offer(NOWHERE) })),
  'helper.withdraw': each(VILLAGES, async (unit, maker) => ({
    body: { helperId: await helperAt(maker, unit) },
    absent: { helperId: maker.nobody() },
  })),
  'pairing.begin': each(VILLAGES, async (unit, maker) => {
    const body = { personId: (await needAt(maker, unit)).personId, helperId: await helperAt(maker, unit), ...AGREED }
    return { body, absent: { ...body, personId: maker.nobody() } }
  }),
  'pairing.visit': ofPairing({ visitedOn: '2026-01-05', way: 'home', met: [], result: 'same' }),
  'pairing.renew': ofPairing({ untilOn: '2100-12-31' }),
  'pairing.end': ofPairing({ endedOn: '2026-01-05', reason: 'met' }),
}
