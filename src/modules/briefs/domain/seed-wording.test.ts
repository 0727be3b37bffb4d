import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { repositoryPath } from '../../../platform/config/repository-path.ts'
import { admits, readAmount } from './read-amount.ts'
import { digitsOf, type Saying, sayAmount } from './say-amount.ts'
import { sayDay } from './say-period.ts'
import { sayShare } from './say-share.ts'

interface Seed {
  readonly indicator_en: string
  readonly value: string
  readonly unit: string
  readonly comparison: 'eq' | 'gt' | 'approx'
  readonly quote: string
}

const seeds = parse(readFileSync(repositoryPath('test', 'fixtures', 'seed-figures.csv')), { columns: true }) as Seed[]
const SAYING: Readonly<Record<Seed['comparison'], Saying>> = { eq: 'exact', gt: 'more', approx: 'near' }
const SAID: Readonly<Record<Seed['comparison'], string>> = { eq: 'eq', gt: 'gt', approx: 'near' }

/** A value that the document may have had in mind: a little more than it says is said to be more, a little less than near. */
const meant = ({ value, comparison }: Seed): number => {
  const stated = Number(value)
  const step = 10 ** Math.max(0, value.length - 2)
  if (comparison === 'eq') return stated
  return comparison === 'gt' ? stated + Math.max(1, Math.floor(step / 7)) : Math.floor(stated * 0.99)
}

const isDate = ({ value }: Seed) => value.includes('-')

describe('what the five documents say', () => {
  test('is 123 figures', () => {
    expect(seeds).toHaveLength(123)
  })

  test.each(seeds.filter((seed) => !isDate(seed) && seed.unit !== 'percent'))('$indicator_en: $value ($comparison)', (seed) => {
    const value = meant(seed)
    const words = sayAmount(value, SAYING[seed.comparison])
    const read = readAmount(words)

    // Under 20 nothing is rounded: a value that is more than 7 is said as it is.
    if (value >= 20) expect(read.comparison).toBe(SAID[seed.comparison])
    expect(admits(read, value)).toBe(true)
    if (read.comparison !== 'eq' || seed.comparison === 'eq') expect(read.bound).toBe(Number(seed.value))
    // Where the document writes digits, they are ours.
    const digits = digitsOf(Number(seed.value))
    const isWritten = seed.quote.includes(digits) || seed.quote.includes(words)
    if (/\d/.test(seed.quote) && value >= 20) expect(isWritten).toBe(true)
  })

  test.each(seeds.filter((seed) => seed.unit === 'percent'))('$indicator_en: $value per cent', (seed) => {
    const words = sayShare(Number(seed.value), '%')

    expect(words === '100%' ? /全部|全覆盖/.test(seed.quote) : seed.quote.includes(words)).toBe(true)
  })

  test.each(seeds.filter(isDate))('$indicator_en: $value', (seed) => {
    const said = sayDay(seed.value.length === 7 ? `${seed.value}-01` : seed.value)

    expect(seed.quote).toContain(seed.value.length === 7 ? said.slice(0, said.indexOf('月') + 1) : said)
  })
})
