import { z } from 'zod'
import { actionContract, NoRefusal, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { Reason, text } from './contract-file.ts'

/** How a person gets at the own file on /me (登录码), and who may act for a person there (代办). */

export const AgentRelation = z.enum(['spouse', 'child', 'parent', 'sibling', 'otherKin', 'guardian', 'stationWorker'])
export type AgentRelation = z.infer<typeof AgentRelation>

const KindCode = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)

export const giveDoorCode = actionContract({
  name: 'person.giveCode',
  summary: 'Hands out a code, face to face, with which a phone is bound to the file; the one before it is void',
  input: z.object({
    personId: PersonId,
    /** For somebody with this authority, and not for the person. */
    authorityId: z.uuid().optional(),
  }),
  /** Shown once: kept as a hash. Two groups of four digits, to be read out. */
  output: z.object({ code: z.string(), endsOn: PlainDate }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('file-closed') }),
    z.object({ code: z.literal('no-such-authority') }),
    z.object({ code: z.literal('authority-ended') }),
  ]),
})

export const registerAuthority = actionContract({
  name: 'authority.register',
  summary: 'Enters who may act for a person on /me: for which kinds of matters, until which day, on what evidence',
  input: z.object({
    personId: PersonId,
    agentName: text(60).trim().min(1, { message: 'too-short' }),
    agentPhone: z.string().regex(/^1\d{10}$/, { message: 'not-a-phone' }),
    relation: AgentRelation,
    /** Codes of kinds of matters; null for all. */
    kinds: z.array(KindCode).min(1).max(40).nullable(),
    /** What was shown: a letter of authority, the household register, a court's decision. */
    evidence: text(200).trim().min(2, { message: 'too-short' }),
    untilOn: PlainDate,
  }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('file-closed') }),
    z.object({ code: z.literal('day-passed') }),
    /** At most so many years at once. */
    z.object({ code: z.literal('too-many-years'), years: z.int() }),
  ]),
})

export const endAuthority = actionContract({
  name: 'authority.end',
  summary: 'Ends an authority at once, on all phones',
  input: z.object({ authorityId: z.uuid(), reason: Reason }),
  output: z.object({ ended: z.int() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('already-ended') })]),
})

export const shutDoors = actionContract({
  name: 'person.shutDoors',
  summary: 'Unbinds every phone from a file: a phone was lost, or a wrong one bound',
  input: z.object({ personId: PersonId, reason: Reason }),
  output: z.object({ ended: z.int() }),
  refusal: NoRefusal,
})

export const listDoors = viewContract({
  name: 'person.doors',
  summary: 'Which phones are bound to a file (how many, since when, never whose), and the authorities given',
  input: z.object({ personId: PersonId }),
  output: z.object({
    bound: z.array(
      z.object({ as: z.enum(['self', 'agent']), authorityId: z.uuid().nullable(), untilOn: PlainDate.nullable(), at: z.string() }),
    ),
    /** A code that was handed out and is still good. */
    codeEndsOn: PlainDate.nullable(),
    authorities: z.array(
      z.object({
        id: z.uuid(),
        agentNameMasked: z.string(),
        agentPhoneMasked: z.string(),
        relation: AgentRelation,
        kinds: z.array(z.string()).nullable(),
        evidence: z.string(),
        fromOn: PlainDate,
        untilOn: PlainDate,
        state: z.enum(['inForce', 'runOut', 'ended']),
      }),
    ),
    can: z.object({ letIn: z.boolean() }),
  }),
})
export type Doors = z.infer<(typeof listDoors)['output']>
