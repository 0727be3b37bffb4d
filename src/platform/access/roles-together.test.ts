import { expect, test } from 'vitest'
import type { UnitCode } from '../../kernel/region-code.ts'
import { GRANTS } from './grants.ts'
import { grantsOf, type Role } from './roles.ts'
import { findRoleAgainst, isRoleOfTier, needsSecondFactor } from './roles-together.ts'

const ADMINISTRATORS: readonly Role[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator']

test.each(ADMINISTRATORS)('a %s sees no personal data', (role) => {
  expect([...grantsOf([role])].filter((grant) => GRANTS[grant].personal)).toEqual([])
})

test.each(ADMINISTRATORS)('a %s is nothing else on the same account', (role) => {
  const others = ['countyOfficer', 'supervisor', ...ADMINISTRATORS.filter((other) => other !== role)] as const

  for (const other of others) {
    expect(findRoleAgainst([other], role)).toBe(other)
    expect(findRoleAgainst([role], other)).toBe(role)
  }
})

test('two roles of the business stand beside each other', () => {
  expect(findRoleAgainst(['countyOfficer'], 'countyApprover')).toBeUndefined()
})

test('a role is held at its tiers only', () => {
  expect(isRoleOfTier('stationWorker', '500112017005' as UnitCode)).toBe(true)
  expect(isRoleOfTier('countyOfficer', '500112017005' as UnitCode)).toBe(false)
  expect(isRoleOfTier('countyOfficer', '500112000000' as UnitCode)).toBe(true)
})

test('officers and administrators show a second factor, stations need not', () => {
  expect(needsSecondFactor(['countyOfficer'])).toBe(true)
  expect(needsSecondFactor(['auditAdministrator'])).toBe(true)
  expect(needsSecondFactor(['stationWorker', 'townshipHead'])).toBe(false)
})
