import { z } from 'zod'
import type { Tier } from '../../kernel/region-code.ts'
import type { Grant } from './grants.ts'

export interface RoleDefinition {
  readonly zh: string
  readonly en: string
  /** The tiers of unit at which the role may be held. */
  readonly tiers: readonly Tier[]
  readonly grants: readonly Grant[]
  /** Officers and administrators show a second factor (GB/T 22239-2019 8.1.4.1). */
  readonly secondFactor: boolean
}

const station: readonly Grant[] = [
  'division.read',
  'figure.read',
  'closing.confirm',
  'person.read',
  'person.write',
  'person.unmask',
  'person.letIn',
  'person.transfer',
  'person.import',
  'person.export',
  'visit.read',
  'visit.write',
  'visit.plan',
  'matter.read',
  'matter.survey',
  'matter.work',
  'matter.serve',
  'work.read',
  'work.write',
]

const officer: readonly Grant[] = [
  ...station,
  'closing.settle',
  'person.merge',
  'unit.write',
  'matter.oversee',
  'placement.read',
  'placement.write',
  'round.read',
  'round.run',
  'benefit.read',
  'benefit.write',
  'work.define',
  'brief.read',
  'brief.write',
  'ledger.read',
  'ledger.write',
]

/** Roles hold grants at a unit. The three administrators are separate people and see no personal data. */
export const ROLES = {
  stationWorker: {
    zh: '服务站专干',
    en: 'Station worker',
    tiers: ['village', 'township'],
    grants: [...station, 'field.take'],
    secondFactor: false,
  },
  townshipHead: {
    zh: '乡镇（街道）站长',
    en: 'Township head',
    tiers: ['township'],
    grants: [...station, 'closing.settle', 'unit.write', 'matter.oversee', 'field.take', 'field.revoke'],
    secondFactor: false,
  },
  countyOfficer: { zh: '区县业务岗', en: 'County officer', tiers: ['county', 'city'], grants: officer, secondFactor: true },
  countyApprover: {
    zh: '区县审批岗',
    en: 'County approver',
    tiers: ['county', 'city'],
    grants: [
      'division.read',
      'unit.accredit',
      'figure.read',
      'person.read',
      'person.unmask',
      'visit.read',
      'export.approve',
      'matter.read',
      'matter.survey',
      'matter.work',
      'matter.oversee',
      'matter.approve',
      'placement.read',
      'round.read',
      'placement.approve',
      'benefit.read',
      'benefit.approve',
      'work.read',
      'brief.read',
      'brief.review',
      'ledger.read',
      'ledger.approve',
    ],
    secondFactor: true,
  },
  countyCashier: {
    zh: '区县出纳',
    en: 'County cashier',
    tiers: ['county', 'city'],
    grants: ['division.read', 'ledger.read', 'ledger.pay'],
    secondFactor: true,
  },
  cityOfficer: {
    zh: '市级业务岗',
    en: 'City officer',
    tiers: ['city', 'province'],
    grants: [
      'division.read',
      'unit.accredit',
      'figure.read',
      'closing.confirm',
      'closing.settle',
      'person.read',
      'visit.read',
      'person.export',
      'export.approve',
      'unit.write',
      'matter.read',
      'matter.survey',
      'matter.work',
      'matter.oversee',
      'matter.city',
      'placement.read',
      'round.read',
      'placement.pool',
      'benefit.read',
      'benefit.write',
      'work.read',
      'work.write',
      'work.define',
      'brief.read',
      'brief.write',
      'ledger.read',
      'ledger.write',
    ],
    secondFactor: true,
  },
  provinceOfficer: {
    zh: '省级业务岗',
    en: 'Province officer',
    tiers: ['province', 'nation'],
    grants: [
      'division.read',
      'unit.accredit',
      'figure.read',
      'closing.lock',
      'person.read',
      'visit.read',
      'export.approve',
      'unit.write',
      'matter.read',
      'matter.survey',
      'matter.work',
      'matter.oversee',
      'matter.province',
      'placement.read',
      'round.read',
      'benefit.read',
      'benefit.approve',
      'work.read',
      'work.write',
      'work.define',
      'brief.read',
      'brief.review',
      'ledger.read',
      'ledger.approve',
    ],
    secondFactor: true,
  },
  supervisor: {
    zh: '监督员（只读）',
    en: 'Read-only supervisor',
    tiers: ['county', 'city', 'province'],
    grants: [
      'division.read',
      'figure.read',
      'person.read',
      'visit.read',
      'journal.read',
      'matter.read',
      'matter.survey',
      'matter.oversee',
      'placement.read',
      'round.read',
      'benefit.read',
      'work.read',
      'brief.read',
      'ledger.read',
    ],
    secondFactor: true,
  },
  roundSupervisor: {
    zh: '选岗监督员（纪检）',
    en: 'Supervisor of rounds',
    tiers: ['county', 'city', 'province'],
    grants: ['division.read', 'round.read', 'round.supervise'],
    secondFactor: true,
  },
  dutyLawyer: {
    zh: '值班律师',
    en: 'Duty lawyer',
    tiers: ['county', 'city'],
    grants: ['division.read', 'matter.read', 'matter.work', 'matter.advise'],
    secondFactor: true,
  },
  counsellor: {
    zh: '心理咨询员',
    en: 'Counsellor',
    tiers: ['county', 'city', 'province'],
    grants: ['division.read', 'matter.read', 'matter.work', 'matter.counsel'],
    secondFactor: true,
  },
  lineSupervisor: {
    zh: '心理热线督导员',
    en: 'Supervisor of the counselling line',
    tiers: ['county', 'city', 'province'],
    grants: ['division.read', 'matter.read', 'matter.work', 'matter.superviseLine'],
    secondFactor: true,
  },
  systemAdministrator: {
    zh: '系统管理员',
    en: 'System administrator',
    tiers: ['county', 'city', 'province'],
    grants: ['division.read', 'account.read', 'account.manage', 'system.manage'],
    secondFactor: true,
  },
  securityAdministrator: {
    zh: '安全管理员',
    en: 'Security administrator',
    tiers: ['county', 'city', 'province'],
    grants: ['division.read', 'account.read', 'role.assign', 'field.revoke'],
    secondFactor: true,
  },
  auditAdministrator: {
    zh: '审计管理员',
    en: 'Audit administrator',
    tiers: ['county', 'city', 'province'],
    grants: ['division.read', 'account.read', 'journal.read'],
    secondFactor: true,
  },
} as const satisfies Record<string, RoleDefinition>

export type Role = keyof typeof ROLES

/** What a person may do on /me, with the one file that is open. No role of an office holds these. */
export const PERSONAL_GRANTS: readonly Grant[] = ['own.read', 'own.write']

export const Role = z.enum(Object.keys(ROLES) as [Role, ...Role[]])

export const grantsOf = (roles: readonly Role[]): ReadonlySet<Grant> =>
  new Set(roles.flatMap((role): readonly Grant[] => ROLES[role].grants))
