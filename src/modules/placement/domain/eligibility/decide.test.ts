import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { decide } from './decide.ts'
import { findTable, OFFICERS_2021, SOLDIERS_2024 } from './decision-table.ts'
import type { EligibilityFacts } from './facts.ts'

const soldier = (given: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  group: 'nco',
  isMidRank: false,
  age: 30,
  serviceYears: 8,
  ncoYears: 6,
  officerYears: 0,
  retires: false,
  disability: null,
  lostAbilityByIllness: false,
  meetsMonthlyPay: false,
  merit: false,
  firstClassCommendation: false,
  medalOrTitle: false,
  martyrsChild: false,
  isExcluded: false,
  ...given,
})

const wayOf = (given: Partial<EligibilityFacts>) => {
  const { way, article } = decide(SOLDIERS_2024, soldier(given))
  return [way, article]
}

describe('the way of placement of a soldier', () => {
  test.each<[string, Partial<EligibilityFacts>, string]>([
    ['a mid-rank NCO of 55', { isMidRank: true, age: 55 }, 'retirement'],
    ['a mid-rank NCO of 54', { isMidRank: true, age: 54 }, 'selfEmployment'],
    ['a junior NCO of 55', { age: 55 }, 'selfEmployment'],
    ['a mid-rank NCO with 30 years', { isMidRank: true, serviceYears: 30 }, 'retirement'],
    ['a mid-rank NCO with 29 years, 12 of them as NCO', { isMidRank: true, serviceYears: 29, ncoYears: 12 }, 'arrangedWork'],
    ['a mid-rank NCO of duty grade 6', { isMidRank: true, disability: { grade: 6, cause: 'duty' } }, 'retirement'],
    ['a mid-rank NCO of illness grade 6', { isMidRank: true, disability: { grade: 6, cause: 'illness' } }, 'selfEmployment'],
    ['a mid-rank NCO who lost ability by illness', { isMidRank: true, lostAbilityByIllness: true }, 'retirement'],
    ['a conscript of grade 4', { group: 'conscript', disability: { grade: 4, cause: 'illness' } }, 'provided'],
    ['a conscript of war grade 5', { group: 'conscript', disability: { grade: 5, cause: 'war' } }, 'arrangedWork'],
    ['a conscript of duty grade 5', { group: 'conscript', disability: { grade: 5, cause: 'duty' } }, 'selfEmployment'],
    ['a conscript of war grade 8', { group: 'conscript', disability: { grade: 8, cause: 'war' } }, 'arrangedWork'],
    ['a conscript of war grade 9', { group: 'conscript', disability: { grade: 9, cause: 'war' } }, 'selfEmployment'],
    ['who meets monthly pay', { meetsMonthlyPay: true, ncoYears: 16 }, 'monthlyPension'],
    ['12 years as NCO', { ncoYears: 12 }, 'arrangedWork'],
    ['11 years as NCO', { ncoYears: 11 }, 'selfEmployment'],
    ['a conscript, whatever the years said', { group: 'conscript', ncoYears: 12 }, 'selfEmployment'],
    ['second-class merit', { merit: true }, 'arrangedWork'],
    ['a medal', { medalOrTitle: true }, 'arrangedWork'],
    ['first-class commendation', { firstClassCommendation: true }, 'arrangedWork'],
    ["a martyr's child", { martyrsChild: true }, 'arrangedWork'],
    ["a martyr's child who was expelled", { martyrsChild: true, isExcluded: true }, 'selfEmployment'],
    ['nothing at all', {}, 'selfEmployment'],
  ])('%s', (_, given, way) => {
    expect(wayOf(given)[0]).toBe(way)
  })

  test('says by which article, and what else is open', () => {
    const pensioner = decide(SOLDIERS_2024, soldier({ meetsMonthlyPay: true }))
    const worker = decide(SOLDIERS_2024, soldier({ ncoYears: 12 }))
    const retired = decide(SOLDIERS_2024, soldier({ isMidRank: true, disability: { grade: 4, cause: 'war' } }))

    expect(pensioner.choices.map(({ way }) => way)).toEqual(['arrangedWork', 'selfEmployment'])
    expect(worker).toMatchObject({ article: '第二十五条、第三十五条', choices: [{ way: 'selfEmployment', article: '第二十条' }] })
    expect(retired).toMatchObject({ way: 'retirement', choices: [{ way: 'provided', article: '第三十八条' }] })
  })

  test('tells how each row answered, down to the one that gave the way', () => {
    const { answers } = decide(SOLDIERS_2024, soldier({ ncoYears: 12 }))

    expect(answers.map(({ row, holds }) => [row, holds])).toEqual([
      ['retirement', false],
      ['provided', false],
      ['monthlyPension', false],
      ['arrangedWork', true],
    ])
    expect(answers.at(-1)?.conditions.filter(({ holds }) => holds)).toEqual([
      { code: 'nco12', article: '第二十五条', need: 'any', holds: true },
    ])
  })

  test('nobody is left without a way, and who is excluded is never given work', () => {
    const facts = fc.record({
      group: fc.constantFrom('nco', 'conscript'),
      isMidRank: fc.boolean(),
      age: fc.integer({ min: 18, max: 65 }),
      serviceYears: fc.integer({ min: 0, max: 40 }),
      ncoYears: fc.integer({ min: 0, max: 40 }),
      officerYears: fc.constant(0),
      retires: fc.constant(false),
      disability: fc.option(fc.record({ grade: fc.integer({ min: 1, max: 10 }), cause: fc.constantFrom('war', 'duty', 'illness') })),
      lostAbilityByIllness: fc.boolean(),
      meetsMonthlyPay: fc.boolean(),
      merit: fc.boolean(),
      firstClassCommendation: fc.boolean(),
      medalOrTitle: fc.boolean(),
      martyrsChild: fc.boolean(),
      isExcluded: fc.boolean(),
    })

    fc.assert(
      fc.property(facts, (given) => {
        const { way, answers } = decide(SOLDIERS_2024, given as EligibilityFacts)
        expect(answers.at(-1)?.way).toBe(way)
        if (given.isExcluded) expect(way).not.toBe('arrangedWork')
      }),
    )
  })

  test('before the regulation was in force there is no table', () => {
    expect(findTable('2024-08-31' as PlainDate, 'nco')).toBeUndefined()
    expect(findTable('2024-09-01' as PlainDate, 'conscript')?.version).toBe('soldiers-2024')
    expect(findTable('2020-12-31' as PlainDate, 'officer')).toBeUndefined()
    expect(findTable('2024-08-31' as PlainDate, 'officer')?.version).toBe('officers-2021')
  })
})

describe('the way of placement of an officer', () => {
  const officer = (given: Partial<EligibilityFacts>) =>
    decide(OFFICERS_2021, soldier({ group: 'officer', officerYears: 10, ncoYears: 0, serviceYears: 14, ...given }))

  test.each<[string, Partial<EligibilityFacts>, string]>([
    ['whose retirement the forces have approved', { retires: true, officerYears: 30, serviceYears: 32 }, 'retirement'],
    ['of 16 years as an officer', { officerYears: 16, serviceYears: 19 }, 'monthlyPension'],
    ['of 15 years as an officer', { officerYears: 15, serviceYears: 19 }, 'transferToCivilWork'],
    ['of 9 years as an officer and 7 as an NCO', { officerYears: 9, ncoYears: 7, serviceYears: 18 }, 'monthlyPension'],
    ['of 20 years in all', { officerYears: 12, serviceYears: 20 }, 'monthlyPension'],
    ['certified for monthly pay', { meetsMonthlyPay: true }, 'monthlyPension'],
    ['with less than that', {}, 'transferToCivilWork'],
    ['who was expelled', { isExcluded: true }, 'demobilised'],
  ])('%s', (_, given, way) => {
    expect(officer(given).way).toBe(way)
  })

  test('says by which article, what else is open, and which years nobody has verified', () => {
    expect(officer({ officerYears: 16 }).choices.map(({ way }) => way)).toEqual(['transferToCivilWork', 'demobilised'])
    expect(officer({ officerYears: 16, isExcluded: true }).choices.map(({ way }) => way)).toEqual(['demobilised'])
    expect(officer({})).toMatchObject({ article: '《退役军人保障法》第二十一条', choices: [{ way: 'demobilised' }] })
    expect(
      officer({ officerYears: 16 })
        .answers.at(-1)
        ?.conditions.find(({ code }) => code === 'officer16')?.article,
    ).toContain('未核实')
  })

  test('never gives a soldier the way of an officer, nor an officer that of a soldier', () => {
    const years = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(years, years, fc.boolean(), fc.boolean(), (officerYears, serviceYears, retires, isExcluded) => {
        const { way } = officer({ officerYears, serviceYears, retires, isExcluded })
        expect(['retirement', 'monthlyPension', 'transferToCivilWork', 'demobilised']).toContain(way)
        expect(['transferToCivilWork', 'demobilised']).not.toContain(decide(SOLDIERS_2024, soldier({ serviceYears, isExcluded })).way)
      }),
    )
  })
})
