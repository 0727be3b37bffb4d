import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ContactSubject } from '../../../registry/index.ts'
import { nextContact } from '../../domain/contact-rule.ts'
import { contactRules } from './contact-rules.ts'
import type { NewPlan } from './plan-rows.ts'

/** Is a contact on that day later than all others? A visit entered late closes and sets nothing by rule: another one has. */
export const isLatest = (subject: ContactSubject, doneOn: PlainDate): boolean =>
  subject.lastContactOn === null || subject.lastContactOn < doneOn

/** The next plans by rule after a visit, one for each living person. */
export const nextPlans = (subjects: readonly ContactSubject[], after: { visitId: string; doneOn: PlainDate }): NewPlan[] =>
  subjects.flatMap((subject) => {
    const next = subject.deceasedOn === null ? nextContact(contactRules, subject, after.doneOn) : undefined
    return next
      ? [{ personId: subject.id, unitCode: subject.unitCode, reason: 'routine' as const, setByVisitId: after.visitId, ...next }]
      : []
  })
