import { z } from 'zod'
import { actionContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Answers, Channel, Code, FieldIssue, Seat, text } from './contract-kinds.ts'
import { PHOTO_FAULTS } from './domain/matters/photo-spec.ts'

const _Place = z.union([RegionCode, UnitCode])

export const OpenMatterRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('no-such-kind') }),
  z.object({ code: z.literal('person-needed') }),
  z.object({ code: z.literal('person-not-found') }),
  z.object({ code: z.literal('not-your-turn'), waitsFor: Seat }),
  z.object({ code: z.literal('already-open'), matterId: z.uuid() }),
  /** Somebody at the same address has it, or is asking for it; masked. */
  z.object({ code: z.literal('household-has-it'), holder: z.string() }),
  z.object({ code: z.literal('answers-wrong'), issues: z.array(FieldIssue) }),
])
export type OpenMatterRefusal = z.infer<typeof OpenMatterRefusal>

export const openMatter = actionContract({
  name: 'matter.open',
  summary: 'Begins a matter of a kind for a person, in the version of today',
  input: z.object({
    typeCode: Code,
    unitCode: UnitCode,
    personId: PersonId.optional(),
    channel: Channel.default('window'),
    answers: Answers.default({}),
  }),
  output: z.object({ id: z.uuid(), state: Code, dueOn: PlainDate.nullable() }),
  refusal: OpenMatterRefusal,
  offline: true,
})

export const StepRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('moved-on'), steps: z.int() }),
  z.object({ code: z.literal('not-from-here'), state: z.string() }),
  z.object({ code: z.literal('not-your-turn'), waitsFor: Seat }),
  z.object({ code: z.literal('claimed-by-another') }),
  z.object({ code: z.literal('too-late'), dueOn: PlainDate, article: z.string() }),
  z.object({ code: z.literal('not-run-out') }),
  z.object({ code: z.literal('not-applicable') }),
  z.object({ code: z.literal('already-extended') }),
  z.object({ code: z.literal('reason-needed') }),
  z.object({ code: z.literal('answers-wrong'), issues: z.array(FieldIssue) }),
  z.object({ code: z.literal('same-hand'), step: z.string() }),
  z.object({ code: z.literal('recused') }),
  z.object({ code: z.literal('authority-ended'), endedOn: PlainDate }),
  z.object({ code: z.literal('outside-authority') }),
  z.object({ code: z.literal('documents-missing'), documents: z.array(z.string()) }),
  z.object({ code: z.literal('person-gone') }),
  z.object({ code: z.literal('handed-over'), unitCode: UnitCode }),
])
export type StepRefusal = z.infer<typeof StepRefusal>

export const takeStep = actionContract({
  name: 'matter.step',
  summary: 'Takes a step in a matter: whoever holds the seat, from the state it stands in, in time',
  input: z.object({
    matterId: z.uuid(),
    step: Code,
    /** The number of steps the page knew: where it is another one, the matter has moved on. */
    steps: z.int().min(1),
    channel: Channel.optional(),
    answers: Answers.default({}),
    reason: text(2_000).optional(),
  }),
  output: z.object({ state: Code, steps: z.int(), dueOn: PlainDate.nullable() }),
  refusal: StepRefusal,
  offline: true,
})

/** A copy that is not as the paper is asked for; what is wrong, and what it measured. */
export const PhotoWrong = z.object({
  code: z.literal('photo-wrong'),
  faults: z.array(z.enum(PHOTO_FAULTS)),
  width: z.int().nullable(),
  height: z.int().nullable(),
  dpi: z.int().nullable(),
  bytes: z.int(),
})

export const giveDocument = actionContract({
  name: 'matter.giveDocument',
  summary: 'Enters a paper that was seen at the window, kept as a copy, or shared by an office that has it',
  input: z.object({ matterId: z.uuid(), code: Code, how: z.enum(['seen', 'kept', 'shared']).default('seen'), fileId: z.uuid().optional() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-asked-for') }),
    z.object({ code: z.literal('matter-closed') }),
    z.object({ code: z.literal('file-not-found') }),
    PhotoWrong,
  ]),
})
