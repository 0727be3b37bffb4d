import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { repositoryPath } from '../../../../platform/config/repository-path.ts'
import { findClass } from '../../../registry/index.ts'
import type { ContactRules } from '../../domain/contact-rule.ts'

const ContactRulesFile = z.object({
  rules: z.array(
    z.object({
      code: z.string(),
      validFrom: PlainDate,
      validTo: PlainDate.nullable(),
      everyDays: z.int().min(1).max(3_660),
      minAge: z.int().min(0).max(150).nullable(),
      classCodes: z.array(z.string().refine((code) => findClass(code) !== undefined, 'is no class of data/entitlement-classes.json')),
    }),
  ),
  firstVisit: z.object({ code: z.string(), withinDays: z.int().min(1).max(366) }),
  byHand: z.object({ aheadDays: z.int().min(0).max(366), nextWithinDays: z.int().min(0).max(366) }),
})

/** The contact rules of data/contact-rules.json. @throws at the start where the file is not as it must be. */
export const contactRules: ContactRules = ContactRulesFile.parse(
  JSON.parse(readFileSync(repositoryPath('data', 'contact-rules.json'), 'utf8')),
)
