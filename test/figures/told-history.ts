import fc from 'fast-check'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { ToldFact } from './told-facts.ts'

/** One of each tier, and a sibling that shares nothing below the county. */
export const [province, city, county] = ['440000000000', '440100000000', '440103000000'] as const
export const [township, village] = ['440103001000', '440103001001'] as const
export const places = ['000000000000', province, city, county, township, village, '440103002000']
const units = [province, city, county, township, village, `${village}-2`, '440103001002', '440103002002']
const persons = Array.from({ length: 12 }, (_, at) => `0198a000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`)

export const whole = { from: '2025-11-01', to: '2026-06-30' } as { from: PlainDate; to: PlainDate }
export const periods = [
  whole,
  { from: '2026-06-01', to: '2026-06-30' },
  { from: '2026-06-10', to: '2026-06-10' },
  { from: '2026-01-15', to: '2026-04-20' },
  { from: '2026-05-01', to: '2026-06-12' },
] as { from: PlainDate; to: PlainDate }[]

const SUBJECTS: readonly { kind: string; dimensions: Record<string, string>; people: boolean }[] = [
  { kind: 'visit.done', dimensions: { reason: 'routine', way: 'home' }, people: true },
  { kind: 'visit.done', dimensions: { reason: 'armyDay', way: 'phone' }, people: true },
  { kind: 'delivery.made', dimensions: { delivery: 'job' }, people: true },
  { kind: 'visit.goodsFen', dimensions: {}, people: false },
  { kind: 'person.registered', dimensions: { sex: 'male' }, people: true },
  { kind: 'person.captured', dimensions: { sex: 'female' }, people: true },
  { kind: 'identity.held', dimensions: { class: 'DIS' }, people: true },
  { kind: 'file.complete', dimensions: {}, people: true },
  { kind: 'duplicate.suspected', dimensions: {}, people: true },
  { kind: 'contact.due', dimensions: {}, people: true },
  { kind: 'unit.open', dimensions: { kind: 'station', tier: 'village' }, people: false },
  { kind: 'unit.open', dimensions: { kind: 'postHouse', tier: 'township' }, people: false },
  { kind: 'place.exists', dimensions: { tier: 'village' }, people: false },
  { kind: 'place.covered', dimensions: { tier: 'village' }, people: false },
  { kind: 'matter.opened', dimensions: { type: 'petition', channel: 'window' }, people: true },
  { kind: 'matter.open', dimensions: { type: 'petition' }, people: true },
  { kind: 'matter.closed', dimensions: { type: 'petition', outcome: 'handled' }, people: true },
  { kind: 'matter.trips', dimensions: { type: 'petition' }, people: true },
  { kind: 'matter.days', dimensions: { type: 'petition' }, people: true },
  { kind: 'matter.settledHere', dimensions: { type: 'petition' }, people: true },
  { kind: 'matter.escalated', dimensions: { type: 'petition', clock: 'opinion' }, people: true },
  { kind: 'matter.clock', dimensions: { type: 'petition', clock: 'opinion', kept: 'inTime' }, people: true },
  { kind: 'matter.clock', dimensions: { type: 'petition', clock: 'opinion', kept: 'late' }, people: true },
  { kind: 'matter.rated', dimensions: { type: 'petition', stars: '5', satisfied: 'yes' }, people: true },
  { kind: 'matter.rated', dimensions: { type: 'petition', stars: '2', satisfied: 'no' }, people: true },
  { kind: 'placement.due', dimensions: { group: 'nco' }, people: true },
  {
    kind: 'placement.letter',
    dimensions: { employer: 'institution', stateEmployer: 'yes', inTime: 'yes', way: 'points-ranked' },
    people: true,
  },
  { kind: 'placement.letter', dimensions: { employer: 'special', stateEmployer: 'no', inTime: 'no', way: 'directive' }, people: true },
  { kind: 'placement.letterDays', dimensions: { way: 'points-ranked' }, people: true },
  { kind: 'placement.wish', dimensions: { wish: 'first' }, people: true },
  { kind: 'placement.wish', dimensions: { wish: 'later' }, people: true },
  { kind: 'placement.started', dimensions: { inTime: 'yes' }, people: true },
  { kind: 'placement.followed', dimensions: { isThere: 'yes', satisfied: 'no' }, people: true },
  { kind: 'staff.post', dimensions: { postType: 'fullTime' }, people: false },
  { kind: 'staff.post', dimensions: { postType: 'partTime' }, people: false },
]

const day = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 28 }))
  .map(
    ([month, on]) =>
      `${month < 2 ? 2025 : 2026}-${String(month < 2 ? month + 11 : month - 1).padStart(2, '0')}-${String(on).padStart(2, '0')}`,
  )

export const fact: fc.Arbitrary<ToldFact> = fc
  .record({
    // Visits as often as all else together: distinct persons are where late facts and corrections bite.
    subject: fc.oneof(fc.constantFrom(...SUBJECTS), fc.constantFrom(...SUBJECTS.slice(0, 2))),
    unit: fc.constantFrom(...units),
    on: day,
    quantity: fc.constantFrom(1, 1, 1, 2, -1),
    persons: fc.uniqueArray(fc.constantFrom(...persons), { minLength: 1, maxLength: 3 }),
  })
  .map(({ subject, persons: seen, ...rest }) => ({
    ...rest,
    kind: subject.kind,
    dimensions: subject.dimensions,
    persons: subject.people ? seen : [],
  }))

/** A history with corrections, late facts and people seen at several units, the same at each run. */
export const history = fc.sample(fact, { numRuns: 160, seed: 20_260_610 })
export const [early, late] = [history.slice(0, 90), history.slice(90)]
