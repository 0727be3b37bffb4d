import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { getClause, isInForce } from './clauses.ts'
import { factsOf, type ReadFile } from './facts-of-file.ts'
import { judge, leavesOf, missingIn, type Verdict } from './judge.ts'
import { checkRules, ENTITLEMENT_RULES, rulesOn } from './rules.ts'

const day = (text: string): PlainDate => text as PlainDate
const TODAY = day('2026-06-10')

const nobody: ReadFile = { bornOn: day('1960-03-05'), deceasedOn: null, identities: [], service: [] }
const spell = {
  enlistedOn: day('1978-12-01'),
  dischargedOn: day('1982-11-30'),
  rankGroup: 'conscript',
  placementWay: null,
  combat: false,
  nuclearTest: false,
}
const held = (classCode: string, grade: number | null = null, cause: string | null = null) => ({
  classCode,
  grade,
  cause,
  status: 'confirmed',
  fromOn: day('2010-01-01'),
  toOn: null,
})

const verdictOf = (code: string, file: ReadFile, on = TODAY): Verdict | undefined => {
  const rule = rulesOn(on).find((one) => one.code === code)
  return rule && judge(rule.test, factsOf(file, on)).verdict
}

describe('what somebody is entitled to', () => {
  test.each<[string, string, Partial<ReadFile>, Verdict]>([
    ['a veteran has the card', 'preferenceCard', { service: [spell] }, 'yes'],
    ['whoever still serves has not', 'preferenceCard', { service: [{ ...spell, dischargedOn: null }] }, 'no'],
    ['of somebody without service and ground the file must say more', 'preferenceCard', {}, 'missing'],
    ['a survivor has it without service', 'preferenceCard', { identities: [held('KIN-M')] }, 'yes'],
    ['by war at grade 10', 'disabilityPension', { identities: [held('DIS', 10, 'war')] }, 'yes'],
    ['by illness at grade 6', 'disabilityPension', { identities: [held('DIS', 6, 'illness')] }, 'yes'],
    ['by illness at grade 7: there is none', 'disabilityPension', { identities: [held('DIS', 7, 'illness')] }, 'no'],
    ['a disability whose cause nobody wrote down', 'disabilityPension', { identities: [held('DIS', 5)] }, 'missing'],
    ['nursing at grade 4', 'nursingFee', { identities: [held('DIS', 4, 'duty')] }, 'yes'],
    ['nursing at grade 5', 'nursingFee', { identities: [held('DIS', 5, 'duty')] }, 'no'],
    ['the dead have no pension', 'regularPension', { identities: [held('KIN-I')], deceasedOn: day('2026-06-09') }, 'no'],
    ['at 66, rural', 'ruralSubsidy', { identities: [held('RURAL60')], service: [spell] }, 'yes'],
    ['at 59, rural', 'ruralSubsidy', { bornOn: day('1966-06-11'), identities: [held('RURAL60')], service: [spell] }, 'no'],
    ['hardship is asked for, never read from a file', 'hardshipAid', { service: [spell] }, 'missing'],
    ['on the 30th day', 'reportIn', { service: [{ ...spell, dischargedOn: day('2026-05-11') }] }, 'yes'],
    ['on the 31st day', 'reportIn', { service: [{ ...spell, dischargedOn: day('2026-05-10') }] }, 'no'],
    ['an ended identity is none', 'regularPension', { identities: [{ ...held('KIN-M'), toOn: day('2026-06-10') }] }, 'no'],
  ])('%s', (_, code, file, verdict) => {
    expect(verdictOf(code, { ...nobody, ...file })).toBe(verdict)
  })

  test('a rule is not applied before its law', () => {
    expect(verdictOf('disabilityPension', nobody, day('2024-09-30'))).toBeUndefined()
  })
})

const anyDay = fc
  .integer({ min: 0, max: 36_000 })
  .map((days) => day(new Date(Date.UTC(1930, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const anyFile: fc.Arbitrary<ReadFile> = fc.record({
  bornOn: anyDay,
  deceasedOn: maybe(anyDay),
  identities: fc.array(
    fc.record({
      classCode: fc.constantFrom('DIS', 'KIN-M', 'WAR', 'RURAL60', 'SICK-HOME', 'MARTYR-CHILD60', 'DISCHARGED'),
      grade: maybe(fc.integer({ min: 1, max: 10 })),
      cause: maybe(fc.constantFrom('war', 'duty', 'illness')),
      status: fc.constantFrom('claimed', 'confirmed', 'ended'),
      fromOn: anyDay,
      toOn: maybe(anyDay),
    }),
    { maxLength: 4 },
  ),
  service: fc.array(
    fc.record({
      enlistedOn: maybe(anyDay),
      dischargedOn: maybe(anyDay),
      rankGroup: maybe(fc.constantFrom('conscript', 'nco', 'officer')),
      placementWay: maybe(fc.constantFrom('retirement', 'provided', 'selfEmployment')),
      combat: fc.boolean(),
      nuclearTest: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
})

test('of a thousand random answers every leaf is a fact of the file and a clause in force that day', () => {
  let leaves = 0
  fc.assert(
    fc.property(anyFile, anyDay, (file, on) => {
      const facts = factsOf(file, on)
      for (const rule of rulesOn(on)) {
        const reason = judge(rule.test, facts)
        for (const leaf of leavesOf(reason)) {
          leaves += 1
          expect(isInForce(getClause(leaf.clause), on)).toBe(true)
          expect(leaf.value).toBe(facts[leaf.fact])
          expect(leaf.verdict === 'missing').toBe(facts[leaf.fact] === undefined)
        }
        expect(reason.verdict === 'missing').toBe(reason.verdict === 'missing' && missingIn(reason).length > 0)
      }
    }),
    { numRuns: 1_000 },
  )
  expect(leaves).toBeGreaterThan(1_000)
})

test('a fact that becomes known never turns a certain answer round', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const facts = factsOf(file, TODAY)
      for (const { test: asked } of rulesOn(TODAY)) {
        const { verdict } = judge(asked, facts)
        if (verdict === 'missing') continue
        const known = {
          ...facts,
          hardshipCause: facts.hardshipCause ?? 'other',
          hasFought: facts.hasFought ?? true,
          disabilityCause: facts.disabilityCause ?? 'war',
        }
        expect(judge(asked, known).verdict).toBe(verdict)
      }
    }),
  )
})

test('the rules stand in order: no two versions at once, no clause younger than its rule', () => {
  expect(checkRules(ENTITLEMENT_RULES)).toEqual([])
  const [first] = ENTITLEMENT_RULES
  if (!first) throw new Error('no rules')
  expect(checkRules([first, { ...first, version: 2 }])).toHaveLength(2)
  expect(checkRules([{ ...first, validFrom: day('1999-01-01') }]).length).toBeGreaterThan(0)
})

test('no rule rests on a clause whose number nobody has verified', () => {
  const [rule] = ENTITLEMENT_RULES
  if (!rule) throw new Error('no rules')
  const test = { fact: 'isAlive', is: [true], name: { zh: '', en: '' }, clause: 'baozhangPlaque' } as const

  expect(checkRules([{ ...rule, test }])).toEqual(['preferenceCard version 1 rests on baozhangPlaque, which nobody has verified'])
})
