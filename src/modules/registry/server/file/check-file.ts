import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { IdentityFields, KinFields, ServiceFields } from '../../contract.ts'
import { checkIdentity } from '../../domain/check-identity.ts'
import { checkKin } from '../../domain/check-kin.ts'
import { checkService } from '../../domain/check-service.ts'
import type { FieldIssue } from '../../domain/field-issue.ts'
import type { IdentityState, KinState, ServiceState } from '../../domain/file-state.ts'
import { findClass } from './entitlement-classes.ts'
import { freshId } from './fresh-id.ts'

/** Parts as typed, read into the state of a file, and everything that is wrong with them. */
export interface Read<T> {
  readonly value: T
  readonly issues: readonly FieldIssue[]
}

interface About {
  readonly bornOn: PlainDate
  readonly today: PlainDate
}

/** `known`: spells already on the file, whose ids stay with their place in the list. */
export function readService(typed: readonly ServiceFields[], about: About & { known?: readonly ServiceState[] }): Read<ServiceState[]> {
  const value = typed.map((spell, at) => ({
    id: about.known?.[at]?.id ?? freshId(),
    enlistedOn: spell.enlistedOn ?? null,
    dischargedOn: spell.dischargedOn ?? null,
    rankGroup: spell.rankGroup ?? null,
    branch: spell.branch ?? null,
    placementWay: spell.placementWay ?? null,
    honours: spell.honours.map(({ kind, year }) => ({ kind, year: year ?? null })),
    combat: spell.combat,
    nuclearTest: spell.nuclearTest,
  }))
  return { value, issues: checkService(value, about) }
}

export function readIdentity(typed: IdentityFields, about: About & { at: string; id: string }): Read<IdentityState> {
  const claim = { classCode: typed.classCode, grade: typed.grade ?? null, cause: typed.cause ?? null, fromOn: typed.fromOn ?? null }
  const issues = checkIdentity(claim, { ...about, findClass })
  return {
    value: {
      id: about.id,
      classCode: claim.classCode,
      grade: claim.grade,
      cause: claim.cause,
      basis: typed.basis?.trim() || null,
      status: 'claimed',
      fromOn: claim.fromOn ?? about.today,
      toOn: null,
    },
    issues,
  }
}

export function readKin(typed: KinFields, about: { today: PlainDate; at: string; id: string }): Read<KinState> {
  const { value, issues } = checkKin({ name: typed.name, phone: typed.phone ?? null, bornOn: typed.bornOn ?? null }, about)
  return {
    value: { ...value, id: about.id, relation: typed.relation, isContact: typed.isContact, kinPersonId: typed.kinPersonId ?? null },
    issues,
  }
}
