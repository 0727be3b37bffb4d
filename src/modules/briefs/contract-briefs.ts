import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode } from '../../kernel/region-code.ts'
import { BoundFigure, BriefPeriod, BriefState, BriefText, TemplateCode, TemplateEntry } from './contract-words.ts'

const head = {
  id: z.uuid(),
  place: RegionCode,
  placeName: z.string(),
  template: TemplateCode,
  title: z.string(),
  period: BriefPeriod,
  /** The figures are those known at the end of this day. */
  knownOn: PlainDate,
  state: BriefState,
  changedAt: z.string(),
  figureCount: z.int(),
  isUnlocked: z.boolean(),
}

export const BriefEntry = z.object(head)
export type BriefEntry = z.infer<typeof BriefEntry>

/** A month of a place on which a figure rests and which is not locked: how far it has come, cut by the period, or moved since the lock. */
export const OpenMonth = z.object({
  place: RegionCode,
  placeName: z.string(),
  month: z.string(),
  state: z.enum(['none', 'cut', 'returned', 'confirmed', 'accepted', 'moved']),
})
export type OpenMonth = z.infer<typeof OpenMonth>

const Can = z.object({ edit: z.boolean(), review: z.boolean(), sendBack: z.boolean(), sign: z.boolean(), archive: z.boolean() })

export const Brief = z.object({
  ...head,
  version: z.int(),
  /** Of its template: how its headings are counted. Null where that is no longer shipped. */
  genre: TemplateEntry.shape.genre.nullable(),
  figuresAt: z.string(),
  text: BriefText,
  figures: z.array(BoundFigure),
  /** Figures that are closed monthly and rest on a month that is not locked as they stand. */
  unlockedCount: z.int(),
  /** Those months; where `needsLocked`, the brief is not passed while there is one. */
  openMonths: z.array(OpenMonth),
  needsLocked: z.boolean(),
  returnedWhy: z.string().nullable(),
  can: Can,
})
export type Brief = z.infer<typeof Brief>

export const listTemplates = viewContract({
  name: 'brief.templates',
  summary: 'The templates of briefs: their genre, their rhythm, and how many figures they are bound to',
  input: z.object({}),
  output: z.object({ rows: z.array(TemplateEntry) }),
})

export const listBriefs = viewContract({
  name: 'brief.list',
  summary: 'Briefs of a place and of those below it, the latest first',
  input: Paging.extend({ place: RegionCode, state: BriefState.optional() }),
  output: paged(BriefEntry).extend({ canWrite: z.boolean() }),
})

export const getBrief = viewContract({
  name: 'brief.get',
  summary: 'A brief: its text, and of each number what it is bound to, its value and as of when',
  input: z.object({ id: z.uuid() }),
  output: Brief,
})

export const writeWord = viewContract({
  name: 'brief.word',
  summary: 'A brief as a Word file, each number a link to its rows; the same brief makes the same bytes',
  input: z.object({ id: z.uuid(), origin: z.url({ protocol: /^https?$/ }).max(200) }),
  output: z.object({ name: z.string(), content: z.base64() }),
})

export const writeBrief = actionContract({
  name: 'brief.write',
  summary: 'Writes the draft of a brief from its template: every number computed, as of today or as of the end of a past day',
  input: z.object({ place: RegionCode, template: TemplateCode, period: BriefPeriod, asOf: PlainDate.optional() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-such-template') }),
    z.object({ code: z.literal('period-not-begun'), from: PlainDate }),
    z.object({ code: z.literal('day-to-come'), on: PlainDate }),
    z.object({ code: z.literal('indicators-missing'), codes: z.array(z.string()) }),
  ]),
})

/** A piece of a line as an editor sends it: a new number is asked for by its indicator and computed here. */
const EditedInline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().max(4_000) }),
  z.object({ kind: z.literal('mark'), text: z.string().min(1).max(60) }),
  z.object({ kind: z.literal('figure'), key: z.string().regex(/^f\d{1,4}$/) }),
  z.object({
    kind: z.literal('bind'),
    code: z.string().max(40),
    say: BoundFigure.shape.say,
    as: z.string().max(8).optional(),
    against: BoundFigure.shape.against,
  }),
])
export type EditedInline = z.infer<typeof EditedInline>

const EditedBlock = z.object({ kind: z.enum(['heading', 'subheading', 'text']), inlines: z.array(EditedInline).max(400) })
export type EditedBlock = z.infer<typeof EditedBlock>

const Changed = z.object({ code: z.literal('changed-meanwhile') })
const NotADraft = z.object({ code: z.literal('not-a-draft'), state: BriefState })
const asked = { id: z.uuid(), version: z.int() }
const Versioned = z.object({ id: z.uuid(), version: z.int() })

export const editBrief = actionContract({
  name: 'brief.edit',
  summary: 'Saves the text of a draft. Its numbers stay bound; a number that is typed and has no source is refused',
  input: z.object({ ...asked, title: z.array(EditedInline).min(1).max(40), blocks: z.array(EditedBlock).max(300) }),
  output: Versioned,
  refusal: z.discriminatedUnion('code', [
    NotADraft,
    Changed,
    z.object({ code: z.literal('number-without-source'), numbers: z.array(z.string()) }),
    z.object({ code: z.literal('unknown-figure'), key: z.string() }),
    z.object({ code: z.literal('no-such-indicator'), indicator: z.string() }),
  ]),
})

export const refreshBrief = actionContract({
  name: 'brief.refresh',
  summary: 'Asks for every number of a draft again, as of today or as of the end of a past day; the text stays',
  input: z.object({ ...asked, asOf: PlainDate.optional() }),
  output: Versioned,
  refusal: z.discriminatedUnion('code', [NotADraft, Changed, z.object({ code: z.literal('day-to-come'), on: PlainDate })]),
})

const OwnHand = z.object({ code: z.literal('own-hand') })
const WrongState = z.object({ code: z.literal('wrong-state'), state: BriefState })

export const reviewBrief = actionContract({
  name: 'brief.review',
  summary:
    'Passes a draft: by somebody who had no hand in it; figures that are not locked only with the mark 未锁定, and not at all where its template is written from locked months',
  input: z.object({ ...asked, markUnlocked: z.boolean() }),
  output: Versioned,
  refusal: z.discriminatedUnion('code', [
    NotADraft,
    Changed,
    OwnHand,
    z.object({ code: z.literal('unlocked-figures'), count: z.int() }),
    z.object({ code: z.literal('months-open'), months: z.array(OpenMonth) }),
    z.object({ code: z.literal('not-as-locked'), labels: z.array(z.string()) }),
  ]),
})

export const returnBrief = actionContract({
  name: 'brief.return',
  summary: 'Gives a reviewed brief back to be written, with the reason',
  input: z.object({ id: z.uuid(), why: z.string().trim().min(2).max(400) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [WrongState]),
})

export const signBrief = actionContract({
  name: 'brief.sign',
  summary: 'Signs a reviewed brief: its text and figures stand from then on',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [WrongState, OwnHand]),
})

export const archiveBrief = actionContract({
  name: 'brief.archive',
  summary: 'Files a signed brief',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [WrongState]),
})
