import { expect, test } from 'vitest'
import { capturePerson, setService } from '../../contract.ts'
import type { RegistryText } from '../messages.ts'
import { fieldName, issueAt, issuesOfParse, issueWords } from './field-issues.ts'

const key: RegistryText = (name) => name

test('the same field has one name, whoever speaks of it', () => {
  expect(fieldName('person.phone')).toBe('phone')
  expect(fieldName('changes.phone')).toBe('phone')
  expect(fieldName('identity.grade')).toBe('grade')
  expect(fieldName('kin.name')).toBe('name')
})

test('a member of a list keeps its place', () => {
  expect(fieldName('kin.0.name')).toBe('kin.0.name')
  expect(fieldName('identities.2.grade')).toBe('identities.2.grade')
})

test('what the server finds in one field does not stand beside another', () => {
  const issues = [{ field: 'kin.1.name', code: 'missing' }]

  expect(issueAt(issues, 'kin.1.name')).toBe(issues[0])
  expect(issueAt(issues, 'kin.0.name')).toBeUndefined()
  expect(issueAt(issues, 'person.name')).toBeUndefined()
})

test('an empty form is told every field that must be filled', () => {
  const read = capturePerson.input.safeParse({ unitCode: '', person: { name: '', citizenId: '', householdRegion: '' } })

  const issues = issuesOfParse(read.error?.issues ?? [])

  expect(issues).toContainEqual({ field: 'person.name', code: 'missing' })
  expect(issues).toContainEqual({ field: 'person.citizenId', code: 'missing' })
  expect(issues).toContainEqual({ field: 'person.householdRegion', code: 'not-a-region-code' })
  expect(issues).toContainEqual({ field: 'unitCode', code: 'not-a-unit-code' })
})

test('a day that is none has its own sentence', () => {
  const personId = '0197f000-0000-7000-8000-000000000001'
  const read = setService.input.safeParse({ personId, version: 1, service: [{ enlistedOn: '1979-02-30' }], reason: '核对' })

  expect(issuesOfParse(read.error?.issues ?? [])).toEqual([{ field: 'service.0.enlistedOn', code: 'not-a-day' }])
})

test('one code has its own words for the id number and others for a phone', () => {
  expect(issueWords({ field: 'citizenId', code: 'wrong-length' }, key)).toBe('registry.issue.citizenId.wrong-length')
  expect(issueWords({ field: 'phone', code: 'wrong-length' }, key)).toBe('registry.issue.wrong-length')
})

test('a code without words is still told as a fault', () => {
  expect(issueWords({ field: 'phone', code: 'never-heard-of' }, key)).toBe('registry.issue.wrong')
})
