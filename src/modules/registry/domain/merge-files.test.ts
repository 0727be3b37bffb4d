import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { changedFields, conflictingFields, isSame } from './changed-fields.ts'
import { FILE_FIELDS } from './codes.ts'
import { measureCompleteness } from './completeness.ts'
import type { FileState, PersonState } from './file-state.ts'
import { mergeFiles } from './merge-files.ts'

function file(given: Partial<PersonState> = {}, parts: Partial<Omit<FileState, 'person'>> = {}): FileState {
  const person: PersonState = {
    name: '周建国',
    citizenId: '990001196208010017',
    sex: 'male',
    bornOn: '1962-08-01' as PlainDate,
    phone: null,
    address: null,
    bankCard: null,
    householdRegion: '500112017005',
    residenceRegion: null,
    politicalStatus: null,
    maritalStatus: null,
    education: null,
    employment: null,
    living: null,
    deceasedOn: null,
    status: 'active',
    mergedInto: null,
    ...given,
  }
  return { person, service: [], identities: [], kin: [], ...parts }
}

const identity = (id: string, classCode: string): FileState['identities'][number] => ({
  id,
  classCode,
  grade: null,
  cause: null,
  basis: null,
  status: 'claimed',
  fromOn: '2020-01-01' as PlainDate,
  toOn: null,
})

const served = (code: string) => ({ graded: false, served: !code.startsWith('KIN') })

describe('two files made one', () => {
  test('the kept file keeps what it has and takes what it lacks', () => {
    const { kept } = mergeFiles(file({ phone: '10011111111' }), file({ phone: '10022222222', living: 'alone' }), { keptId: 'k', take: [] })

    expect(kept.person).toMatchObject({ phone: '10011111111', living: 'alone' })
  })

  test('a taken field comes from the file that goes, the number with its birth and sex', () => {
    const gone = file({ phone: '10022222222', citizenId: '990001196308010022', sex: 'female', bornOn: '1963-08-01' as PlainDate })

    const { kept } = mergeFiles(file({ phone: '10011111111' }), gone, { keptId: 'k', take: ['phone', 'citizenId'] })

    expect(kept.person).toMatchObject({ phone: '10022222222', citizenId: gone.person.citizenId, sex: 'female', bornOn: '1963-08-01' })
  })

  test('whoever is dead in one file is dead', () => {
    const gone = file({ deceasedOn: '2026-01-01' as PlainDate, status: 'deceased' })

    expect(mergeFiles(file(), gone, { keptId: 'k', take: [] }).kept.person).toMatchObject({ status: 'deceased', deceasedOn: '2026-01-01' })
  })

  test('no part is lost and none is twice', () => {
    const codes = fc.uniqueArray(fc.constantFrom('WAR', 'TEST', 'DISCHARGED', 'DEMOB'))
    fc.assert(
      fc.property(codes, codes, (ours, theirs) => {
        const kept = file({}, { identities: ours.map((code) => identity(`k${code}`, code)) })
        const gone = file({}, { identities: theirs.map((code) => identity(`g${code}`, code)) })

        const merged = mergeFiles(kept, gone, { keptId: 'k', take: [] })

        const held = merged.kept.identities.map(({ classCode }) => classCode)
        expect(new Set(held).size).toBe(held.length)
        expect(held.toSorted()).toEqual([...new Set([...ours, ...theirs])].toSorted())
        expect(held.length + merged.gone.identities.length).toBe(ours.length + theirs.length)
      }),
    )
  })
})

describe('what changed', () => {
  test('is named field by field, whatever the order of properties', () => {
    const one = file({}, { identities: [identity('a', 'WAR')] })
    const other = file({ phone: '10011111111' }, { identities: [{ ...identity('a', 'WAR') }] })

    expect(changedFields(one, other)).toEqual(['phone'])
    expect(isSame({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
    expect(isSame({ a: 1 }, { a: 2 })).toBe(false)
  })

  test('conflicts exactly where both changed the same', () => {
    const fields = fc.subarray([...FILE_FIELDS])
    fc.assert(
      fc.property(fields, fields, (wanted, changed) => {
        const both = conflictingFields(wanted, changed)

        expect(both.length === 0).toBe(!wanted.some((field) => changed.includes(field)))
      }),
    )
  })
})

describe('completeness', () => {
  test('a bare file has name, number and household: 3 of 19', () => {
    const { percent, missing } = measureCompleteness(file(), served)

    expect(percent).toBe(15)
    expect(missing).toHaveLength(16)
  })

  test('kin of a martyr are asked for no service: 4 of 14', () => {
    const { percent, missing } = measureCompleteness(file({}, { identities: [identity('a', 'KIN-M')] }), served)

    expect(percent).toBe(28)
    expect(missing).not.toContain('dischargedOn')
  })

  test('an ended identity does not count as one', () => {
    const ended = { ...identity('a', 'WAR'), status: 'ended' as const, toOn: '2021-01-01' as PlainDate }

    expect(measureCompleteness(file({}, { identities: [ended] }), served).missing).toContain('identities')
  })
})
