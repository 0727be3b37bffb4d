import type { TierName } from './places.ts'

/**
 * Who may do what, written a second time from the issue and the handbook of roles and compared with nothing: where the
 * server's table says otherwise, a probe fails and a human decides which of the two is wrong.
 */
const DESK = ['network.see', 'figures.see', 'files.see', 'visits.see', 'matters.see', 'matters.survey'] as const
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
  'matters.work',
  'work.see',
  'work.record',
] as const

export const ROLES = {
  stationWorker: { at: ['village', 'township'], may: [...SERVING, 'devices.carry'] },
  townshipHead: {
    at: ['township'],
    may: [...SERVING, 'months.settle', 'network.write', 'matters.oversee', 'devices.carry', 'devices.revoke'],
  },
  countyOfficer: {
    at: ['county', 'city'],
    may: [
      ...SERVING,
      'months.settle',
      'files.merge',
      'network.write',
      'matters.oversee',
      'placement.see',
      'placement.do',
      'rounds.see',
      'rounds.run',
      'benefits.see',
      'benefits.do',
      'work.define',
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

/** What each route needs. A route that is not here has no verdict, and the run fails. */
const NEEDS: Readonly<Record<string, Permission>> = {
  ...only('files.see', ['person.find', 'person.list', 'person.get', 'person.versions', 'person.timeline', 'person.unmaskings']),
  ...only('files.see', ['person.codes', 'transfer.list', 'duplicate.list', 'entitlement.list']),
  ...only('files.write', ['person.capture', 'person.change', 'person.setService', 'person.recordDeath', 'person.archive']),
  ...only('files.write', ['identity.add', 'identity.setStatus', 'identity.end', 'kin.add', 'kin.change', 'kin.remove']),
  ...only('files.write', ['person.reopen', 'duplicate.dismiss']),
  ...only('files.import', ['import.start', 'import.run', 'import.cancel', 'import.get', 'import.list']),
  ...only('files.export', ['export.ask']),
  ...only('files.see', ['export.list']),
  ...only('exports.approve', ['export.approve', 'export.decline']),
  ...only('files.unmask', ['person.unmask']),
  ...only('files.see', ['person.doors']),
  ...only('files.letIn', ['person.giveCode', 'person.shutDoors', 'authority.register', 'authority.end']),
  ...only('money.see', ['aidFund.list', 'aidFund.get', 'grant.list']),
  ...only('money.make', ['aidFund.open', 'donation.record', 'donation.receipt', 'grant.propose', 'grant.followUp']),
  ...only('money.check', ['donation.confirm', 'aidFund.publish', 'grant.approve', 'grant.refuse']),
  ...only('money.pay', ['grant.pay']),
  ...only('files.merge', ['person.merge', 'person.undoMerge']),
  ...only('files.move', ['transfer.ask', 'transfer.send', 'transfer.decide', 'transfer.withdraw']),
  ...only('visits.see', ['visit.list', 'visit.get', 'visit.earlier', 'visit.today', 'plan.list']),
  ...only('visits.write', ['visit.record', 'visit.correct']),
  ...only('visits.plan', ['plan.add', 'plan.drop', 'plan.makeRound']),
  ...only('matters.see', ['matter.inbox', 'matter.get', 'matter.kinds', 'matter.letter']),
  ...only('matters.oversee', ['matter.escalated']),
  ...only('matters.survey', ['matter.list', 'matter.balance', 'matter.astray']),
  ...only('matters.work', ['matter.open', 'matter.step', 'matter.claim', 'matter.release', 'matter.colleagues']),
  ...only('matters.work', ['matter.giveDocument', 'matter.writeLetter']),
  ...only('own.see', ['mine.home', 'mine.file', 'mine.entitlements', 'mine.kinds', 'mine.matters', 'mine.matter', 'mine.messages']),
  ...only('own.see', ['mine.duties']),
  ...only('own.do', ['mine.open', 'mine.step', 'mine.giveDocument', 'mine.rate', 'mine.readMessages']),
  ...only('devices.carry', ['field.take', 'field.lease', 'field.pack', 'field.contest']),
  ...only('devices.revoke', ['field.leases', 'field.revoke', 'field.bringIn']),
  ...only('files.see', ['field.claims']),
  ...only('files.write', ['field.settle']),
  ...only('network.see', ['network.findDivisions', 'network.children', 'network.path', 'network.codes', 'network.unit']),
  ...only('network.see', ['network.units', 'network.coverageGaps', 'network.coverage', 'network.staff', 'network.names']),
  ...only('matters.see', ['roster.list']),
  ...only('network.see', ['accreditation.list', 'accreditation.get', 'accreditation.spread', 'accreditation.wave']),
  ...only('network.write', ['accreditation.open', 'accreditation.prepare']),
  ...only('network.accredit', ['accreditation.review']),
  ...only('network.write', ['roster.set']),
  ...only('network.write', ['network.openUnit', 'network.changeUnit', 'network.appointStaff', 'network.endStaffPost']),
  ...only('accounts.see', ['account.list', 'account.get']),
  ...only('accounts.keep', ['account.open', 'account.disable', 'account.enable', 'account.resetPassword', 'account.signOutEverywhere']),
  ...only('roles.assign', ['account.grantRole', 'account.endRole', 'account.resetSecondFactor']),
  ...only('journal.see', ['journal.list', 'journal.chains', 'journal.verify']),
  ...only('placement.see', ['cohort.list', 'cohort.get', 'candidate.get', 'scheme.list']),
  ...only('placement.do', [
    'cohort.open',
    'cohort.bringMarks',
    'candidate.add',
    'candidate.describe',
    'candidate.checkFile',
    'candidate.report',
  ]),
  ...only('placement.do', ['candidate.decide', 'candidate.score', 'candidate.confirm', 'candidate.object', 'scheme.enter']),
  ...only('placement.settle', ['cohort.declareTies', 'cohort.publish', 'cohort.rank', 'candidate.leave']),
  ...only('placement.settle', ['candidate.settleObjection', 'scheme.approve']),
  ...only('placement.see', ['post.list', 'post.get', 'survey.list', 'pool.list', 'pool.get']),
  ...only('placement.do', ['employer.register', 'post.enter', 'survey.open', 'survey.answer']),
  ...only('placement.settle', ['post.settle']),
  ...only('placement.see', ['letter.list', 'allowance.list', 'assessment.list']),
  ...only('placement.settle', ['letter.issue']),
  ...only('placement.do', ['letter.write', 'letter.writeReminder', 'letter.start', 'letter.notStarted', 'letter.followUp']),
  ...only('placement.pool', ['pool.open', 'pool.add', 'pool.decide']),
  ...only('benefits.see', ['rate.list', 'rate.people', 'benefit.person']),
  ...only('benefits.do', ['rate.enter', 'rate.bring', 'rate.withdraw']),
  ...only('work.see', ['work.list', 'work.get', 'work.kinds']),
  ...only('work.record', ['work.record', 'work.correct', 'work.end', 'work.bring']),
  ...only('work.define', ['work.defineKind', 'work.retireKind']),
  ...only('briefs.see', ['brief.templates', 'brief.list', 'brief.get', 'brief.word', 'brief.schedules']),
  ...only('briefs.do', ['brief.write', 'brief.edit', 'brief.refresh', 'brief.archive', 'brief.schedule', 'brief.endSchedule']),
  ...only('briefs.settle', ['brief.review', 'brief.return', 'brief.sign']),
  ...only('benefits.settle', ['rate.approve', 'benefit.approve', 'month.approve', 'month.return']),
  ...only('benefits.see', ['benefit.kept', 'benefit.waiting', 'month.list', 'month.get', 'month.lines']),
  ...only('benefits.do', [
    'benefit.takeIn',
    'benefit.recordEvent',
    'benefit.setPayee',
    'month.start',
    'month.review',
    'month.cancel',
    'month.writeNotice',
  ]),
  ...only('money.see', ['fund.list', 'fund.entries', 'batch.list', 'batch.get']),
  ...only('money.make', ['fund.open', 'fund.propose', 'fund.receive', 'batch.reissue']),
  ...only('money.check', ['fund.approve', 'fund.decline', 'fund.close', 'fund.resume', 'batch.approve']),
  ...only('money.pay', ['batch.file', 'batch.cancelFile', 'batch.pay', 'batch.takeReturn']),
  ...only('own.see', ['mine.placement']),
  ...only('own.see', ['mine.rounds']),
  ...only('rounds.see', ['round.list', 'round.get', 'round.computed', 'round.costs']),
  ...only('rounds.run', ['round.draftAsIs', 'round.redraft', 'round.shutDoor']),
  ...only('rounds.run', ['round.offer', 'round.draft', 'round.handInList', 'round.commit', 'round.replace', 'round.draw']),
  ...only('rounds.run', ['round.turn', 'round.steer', 'round.writeSlip']),
  ...only('rounds.run', ['round.draftTwoWay', 'round.draftDirective', 'round.enterList', 'round.giveDoor', 'round.deviate']),
  ...only('rounds.run', ['round.try']),
  ...only('rounds.supervise', ['round.confirmPresence', 'round.undo']),
  ...only('own.do', ['mine.confirmScore', 'mine.objectScore', 'mine.handInList', 'mine.takeTurn']),
  ...only('figures.see', ['figure.list', 'figure.read', 'figure.ranking', 'figure.rows', 'figure.dashboard', 'closing.get']),
  ...only('months.confirm', ['closing.confirm']),
  ...only('months.settle', ['closing.accept', 'closing.return']),
  ...only('months.lock', ['closing.lock']),
}

function only(permission: Permission, routes: readonly string[]): Record<string, Permission> {
  return Object.fromEntries(routes.map((route) => [route, permission]))
}

/** @throws where the table has no line for the route: nobody has thought about it yet */
export function permissionFor(route: string): Permission {
  const permission = NEEDS[route]
  if (!permission) throw new Error(`The permission table has no line for ${route}: write one in test/probes/oracle/permission-table.ts.`)
  return permission
}

export const hasVerdict = (route: string): boolean => route in NEEDS

/** Roles that never see a person, a visit or a household, whatever they ask. */
export const seesPeople = (role: RoleName): boolean => (ROLES[role].may as readonly string[]).includes('files.see')
