import { z } from 'zod'
import { viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { Code, Words } from './contract-kinds.ts'

const Verdict = z.enum(['yes', 'no', 'missing'])

/** What a person is entitled to, and why: a tree of reasons in the order of reading, each leaf a fact of the file and a clause. */
export const Entitlement = z.object({
  code: z.string(),
  name: Words,
  gives: Words,
  verdict: Verdict,
  missing: z.array(z.string()),
  reasons: z.array(
    z.object({
      depth: z.int(),
      kind: z.enum(['leaf', 'all', 'any', 'not']),
      verdict: Verdict,
      name: Words.nullable(),
      fact: z.string().nullable(),
      value: z.string().nullable(),
      clause: z.object({ law: z.string(), article: z.string(), says: z.string() }).nullable(),
    }),
  ),
  /** The kind of matter by which it is asked for, where one is declared, and the matter that the person has already: under way, or done. */
  matter: z.object({ typeCode: Code, unasked: z.boolean(), openId: z.uuid().nullable(), isDone: z.boolean() }).nullable(),
})
export type Entitlement = z.infer<typeof Entitlement>

export const listEntitlements = viewContract({
  name: 'entitlement.list',
  summary: 'What a person is entitled to by the law of today: yes, no, or what the file would have to say first',
  input: z.object({ personId: PersonId }),
  output: z.object({ on: PlainDate, entitlements: z.array(Entitlement) }),
})
