import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { type Canonical, canonicalText } from './canonical.ts'
import { commitmentOf, drawLots, linkTo, pseudonymOf, sealRecord, seedHashOf, startOf } from './commit.ts'
import { hmac } from './digest.ts'
import { Opening } from './opening.ts'
import { Receipt, receiptOf } from './receipt.ts'
import { PlacementRecord } from './record.ts'
import { Rules } from './rules.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const seed = '5e'.repeat(32)

const rules: Rules = {
  way: 'points-ranked',
  scheme: { version: '2018', items: [{ code: 'year.first12', points: 300 }] },
  weights: { service: 100, exam: 0, appraisal: 0 },
  ties: [{ by: 'serviceMonths', first: 'more' }],
  turn: { clockSeconds: 300, onPass: 'end', onAbsent: 'end' },
  apportionments: [],
}

const opening: Opening = {
  format: 'guidui-placement-opening/1',
  round: { id: '2024-autumn', title: '2024年秋季选岗', bureau: '440103', year: 2024, season: 'autumn' },
  committedOn: PlainDate.parse('2024-11-01'),
  rules,
  candidates: [],
  posts: [],
  distances: [],
  draw: { source: '双色球 2024130 期', on: PlainDate.parse('2024-11-10') },
  seedHash: seedHashOf(sha256, seed),
}

describe('canonical text', () => {
  test('keys are sorted, absent ones left out, nothing is spaced', () => {
    expect(canonicalText({ b: [1, true], a: { z: '岗', y: undefined } })).toBe('{"a":{"z":"岗"},"b":[1,true]}')
  })

  test.each([0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY])('%s is no number of a record', (number) => {
    expect(() => canonicalText([number])).toThrow(RangeError)
  })

  test('the order in which keys were written never changes it, and it says the same again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.maxSafeInteger(), fc.string(), fc.boolean())), (held) => {
        const turned = Object.fromEntries(Object.entries(held).toReversed())

        expect(canonicalText(turned)).toBe(canonicalText(held))
        expect(canonicalText(JSON.parse(canonicalText(held)))).toBe(canonicalText(held))
      }),
    )
  })
})

describe('hashes', () => {
  test('the commitment is what the page says, and any change of the opening changes it', () => {
    const hashed = (tag: string, value: Canonical): string =>
      createHash('sha256')
        .update(`guidui/${tag}/1\n${canonicalText(value)}`)
        .digest('hex')
    const { rules: said, candidates: _, posts: __, distances, ...head } = opening
    const leaves = {
      head: hashed('leaf', head),
      rules: hashed('leaf', said),
      candidates: [],
      posts: [],
      distances: hashed('leaf', distances),
    }

    expect(commitmentOf(sha256, opening)).toBe(hashed('commitment', leaves))
    expect(commitmentOf(sha256, { ...opening, rules: { ...rules, ties: [] } })).not.toBe(said)
  })

  test.each(['', 'Jefe', 'x'.repeat(64), 'x'.repeat(200)])('the HMAC under the key "%s" is that of node:crypto', (key) => {
    expect(hmac(sha256, new TextEncoder().encode(key))('what do ya want for nothing?')).toBe(
      createHmac('sha256', key).update('what do ya want for nothing?').digest('hex'),
    )
  })

  test('a lot depends on the seed and on the draw, and on nothing else', () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((person) => pseudonymOf(sha256, { round: 'r', person, salt: seed }))
    const drawn = { value: '03 09 11 17 22 30 + 08', seed }

    const lots = drawLots(sha256, people, drawn)

    expect(drawLots(sha256, people.toReversed(), drawn)).toEqual(lots)
    expect(lots.toSorted()).toEqual(people.toSorted())
    const others = Array.from({ length: 20 }, (_, at) => drawLots(sha256, people, { value: `draw ${at}`, seed }).join())
    expect(new Set(others).size).toBeGreaterThan(10)
  })

  test('a link covers the one before it', () => {
    const start = startOf(sha256, { commitment: commitmentOf(sha256, opening), drawn: { value: '1', seed } })
    const what = { kind: 'closed' } as const

    const link = linkTo(sha256, start, { seq: 1, at: 5, what })

    expect(linkTo(sha256, start, { seq: 1, at: 5, what })).toEqual(link)
    expect(linkTo(sha256, link.hash, { seq: 1, at: 5, what }).hash).not.toBe(link.hash)
  })
})

describe('shapes', () => {
  test('an opening without people is an opening', () => {
    expect(Opening.parse(opening)).toEqual(opening)
  })

  test.each([
    ['weights of 99', { ...rules, weights: { service: 99, exam: 0, appraisal: 0 } }],
    ['a turn clock in a two-way round', { ...rules, way: 'two-way' }],
    ['no turn clock in a ranked round', { ...rules, turn: undefined }],
    ['half a point of a hundredth', { ...rules, scheme: { version: '2018', items: [{ code: 'a', points: 0.5 }] } }],
    ['a field that nobody knows', { ...rules, favour: 1 }],
  ])('%s is refused', (_, wrong) => {
    expect(Rules.safeParse(wrong).success).toBe(false)
  })

  test('a sealed record is a record, and its seal covers all of it', () => {
    const commitment = commitmentOf(sha256, opening)
    const parts = {
      opening,
      commitment,
      drawn: { value: '1', seed },
      lots: [],
      order: [],
      links: [],
      outcome: { places: [], unplaced: [] },
    }

    const record = sealRecord(sha256, parts)

    expect(PlacementRecord.parse(record)).toEqual(record)
    expect(sealRecord(sha256, { ...parts, drawn: { value: '2', seed } }).seal).not.toBe(record.seal)
  })

  test('a record that was cut short is none', () => {
    expect(PlacementRecord.safeParse({ format: 'guidui-placement-record/1', opening }).success).toBe(false)
  })

  test('a receipt names its holder and nobody else', () => {
    const known = { round: '2024-autumn', commitment: commitmentOf(sha256, opening), person: '17', salt: seed, links: [] }

    const receipt = Receipt.parse(receiptOf(sha256, known))

    expect(receipt.pseudonym).toBe(pseudonymOf(sha256, { round: '2024-autumn', person: '17', salt: seed }))
    expect(receiptOf(sha256, { ...known, person: '18' }).pseudonym).not.toBe(receipt.pseudonym)
  })
})
