import type { TierName } from './places.ts'

/**
 * Who may do what, written a second time from the issue and the handbook of roles and compared with nothing: where the
 * server's table says otherwise, a probe fails and a human decides which of the two is wrong.
 */
const DESK = [
  'network.see',
  'figures.see',
  'files.see',
  'visits.see',
  'pairing.see',
  'claims.see',
  'matters.see',
  'matters.survey',
] as const
const SERVING = [
  ...DESK,
  'months.confirm',
  'files.write',
  'files.unmask',
  'files.letIn',
  'files.move',
  'files.import',
  'files.export',
  'visits.write',
  'visits.plan',
  'pairing.do',
  'claims.do',
  'matters.work',
  'work.see',
  'work.record',
] as const

export const ROLES = {
  stationWorker: { at: ['village', 'township'], may: [...SERVING, 'devices.carry'] },
  townshipHead: {
    at: ['township'],
    may: [...SERVING, 'months.settle', 'network.write', 'network.handOver', 'matters.oversee', 'devices.carry', 'devices.revoke'],
  },
  countyOfficer: {
    at: ['county', 'city'],
    may: [
      ...SERVING,
      'months.settle',
      'places.assess',
      'files.merge',
      'network.write',
      'network.handOver',
      'matters.oversee',
      'placement.see',
      'placement.do',
      'rounds.see',
      'rounds.run',
      'benefits.see',
      'benefits.do',
      'work.define',
      'sites.publish',
      'briefs.see',
      'briefs.do',
      'money.see',
      'money.make',
    ],
  },
  countyApprover: {
    at: ['county', 'city'],
    may: [
      ...DESK,
      'network.accredit',
      'places.assess',
      'files.unmask',
      'exports.approve',
      'matters.work',
      'matters.oversee',
      'placement.see',
      'placement.settle',
      'rounds.see',
      'benefits.see',
      'benefits.settle',
      'work.see',
      'briefs.see',
      'briefs.settle',
      'money.see',
      'money.check',
    ],
  },
  countyCashier: { at: ['county', 'city'], may: ['network.see', 'money.see', 'money.pay'] },
  cityOfficer: {
    at: ['city', 'province'],
    may: [
      ...DESK,
      'network.accredit',
      'months.confirm',
      'months.settle',
      'places.assess',
      'files.export',
      'exports.approve',
      'network.write',
      'matters.work',
      'matters.oversee',
      'placement.see',
      'rounds.see',
      'placement.pool',
      'benefits.see',
      'benefits.do',
      'work.see',
      'work.record',
      'work.define',
      'sites.publish',
      'briefs.see',
      'briefs.do',
      'money.see',
      'money.make',
    ],
  },
  provinceOfficer: {
    at: ['province', 'nation'],
    may: [
      ...DESK,
      'network.accredit',
      'months.lock',
      'places.assess',
      'exports.approve',
      'network.write',
      'matters.work',
      'matters.oversee',
      'placement.see',
      'rounds.see',
      'benefits.see',
      'benefits.settle',
      'work.see',
      'work.record',
      'work.define',
      'sites.publish',
      'briefs.see',
      'briefs.settle',
      'money.see',
      'money.check',
    ],
  },
  supervisor: {
    at: ['county', 'city', 'province'],
    may: [...DESK, 'journal.see', 'matters.oversee', 'placement.see', 'rounds.see', 'benefits.see', 'work.see', 'briefs.see', 'money.see'],
  },
  roundSupervisor: { at: ['county', 'city', 'province'], may: ['network.see', 'rounds.see', 'rounds.supervise'] },
  dutyLawyer: { at: ['county', 'city'], may: ['network.see', 'matters.see', 'matters.work'] },
  counsellor: { at: ['county', 'city', 'province'], may: ['network.see', 'matters.see', 'matters.work'] },
  lineSupervisor: { at: ['county', 'city', 'province'], may: ['network.see', 'matters.see', 'matters.work'] },
  systemAdministrator: { at: ['county', 'city', 'province'], may: ['network.see', 'accounts.see', 'accounts.keep'] },
  securityAdministrator: { at: ['county', 'city', 'province'], may: ['network.see', 'accounts.see', 'roles.assign', 'devices.revoke'] },
  auditAdministrator: { at: ['county', 'city', 'province'], may: ['network.see', 'accounts.see', 'journal.see'] },
} as const satisfies Record<string, { at: readonly TierName[]; may: readonly string[] }>

/** What a person may on /me with the one file that is open. No role of an office may any of it, and a person nothing else. */
export const PERSON = ['own.see', 'own.do'] as const

export type RoleName = keyof typeof ROLES
export type Permission = (typeof ROLES)[RoleName]['may'][number] | (typeof PERSON)[number]

export const isOwn = (permission: Permission): boolean => (PERSON as readonly Permission[]).includes(permission)

/** Roles that never see a person, a visit or a household, whatever they ask. */
export const seesPeople = (role: RoleName): boolean => (ROLES[role].may as readonly string[]).includes('files.see')
