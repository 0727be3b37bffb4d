import { z } from 'zod'
import { newActionKey } from '../../../../../ui/api/action-key.ts'
import { Delivery, VisitReason, VisitWay } from '../../../contract.ts'
import type { SeenPerson } from '../../people/seen-person.ts'

const DraftPerson = z.object({
  id: z.string(),
  unitCode: z.string(),
  nameMasked: z.string(),
  age: z.number(),
  classes: z.array(z.string()),
  addressMasked: z.string().nullable(),
  lastContactOn: z.string().nullable(),
})

/** A visit as it is being typed. `key` is the id of its action: it stays with the text until the server said what became of it. */
export const VisitDraft = z.object({
  key: z.uuid(),
  people: z.array(DraftPerson),
  doneOn: z.string(),
  way: VisitWay,
  reason: VisitReason,
  deliveries: z.array(Delivery),
  note: z.string(),
  goods: z.string(),
  goodsYuan: z.string(),
  photoIds: z.array(z.uuid()).default([]),
  /** Of the photos that lie on this device and not yet on the server: by id, their hash. */
  keptPhotos: z.record(z.string(), z.string()).default({}),
  /** The item of this device in whose place it is to stand: refused, and changed by a person. */
  replaces: z.uuid().optional(),
})
export type VisitDraft = z.infer<typeof VisitDraft>

/** More unsaved visits than this and the oldest goes: a browser's memory is small. */
const MOST = 20

export const newDraft = (today: string, person?: SeenPerson): VisitDraft => ({
  key: newActionKey(),
  people: person ? [{ ...person, classes: [...person.classes] }] : [],
  doneOn: today,
  way: 'home',
  reason: 'routine',
  deliveries: [],
  note: '',
  goods: '',
  goodsYuan: '',
  photoIds: [],
  keptPhotos: {},
})

/** Reads what this browser kept; what cannot be read is left aside, one by one. */
export function readDrafts(text: string | undefined): VisitDraft[] {
  if (text === undefined) return []
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.flatMap((one) => VisitDraft.safeParse(one).data ?? []) : []
  } catch {
    return []
  }
}

/** The drafts with this one last. */
export const putDraft = (drafts: readonly VisitDraft[], draft: VisitDraft): VisitDraft[] =>
  [...drafts.filter(({ key }) => key !== draft.key), draft].slice(-MOST)

/** The drafts with this one last, in place of the one under `key`: after a refusal the same visit goes on under another. */
export const replaceDraft = (drafts: readonly VisitDraft[], key: string, draft: VisitDraft): VisitDraft[] =>
  putDraft(dropDraft(drafts, key), draft)

export const dropDraft = (drafts: readonly VisitDraft[], key: string): VisitDraft[] => drafts.filter((draft) => draft.key !== key)

/** The unsaved visit to a person; with nobody named, the latest of all. */
export const draftFor = (drafts: readonly VisitDraft[], personId?: string): VisitDraft | undefined =>
  drafts.findLast((draft) => personId === undefined || draft.people[0]?.id === personId)
