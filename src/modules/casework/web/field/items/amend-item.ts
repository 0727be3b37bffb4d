import type { NavigateFunction } from 'react-router'
import { newActionKey } from '../../../../../ui/api/action-key.ts'
import { see } from '../../../../../ui/api/use-view.ts'
import type { Content } from '../../../../../ui/outbox/content.ts'
import { field } from '../../../../../ui/outbox/field-desk.ts'
import type { BoxItem } from '../../../../../ui/outbox/outbox.ts'
import { capturePerson, getPerson } from '../../../../registry/contract.ts'
import { openMatter, recordVisit, seePack, takeStep, VisitFields } from '../../../contract.ts'
import type { SeenPerson } from '../../people/seen-person.ts'
import { VisitDraft } from '../../visits/form/visit-draft.ts'
import { typedAgain } from '../../visits/form/visit-message.ts'
import { openWrittenVisit, personOfFile } from '../../visits/record/quick-visit-store.ts'
import { isUndecided } from './decide-item.ts'

const FORMS: ReadonlySet<string> = new Set([recordVisit.name, capturePerson.name, openMatter.name, takeStep.name])

/**
 * Certainly not done, and written by a form that can open it again, here or of another module (`parts`, by their actions). What
 * nobody knows of is never written a second time.
 */
export const canBeAmended = ({ state, content, why }: BoxItem, parts: ReadonlySet<string>): boolean =>
  state === 'needsHand' &&
  content !== undefined &&
  why !== undefined &&
  (FORMS.has(content.action) || parts.has(content.action)) &&
  !isUndecided(why)

/** Opens the item in the form that wrote it. Saved, the new item stands in the place of this one. */
export async function amendItem({ id, content }: BoxItem, go: NavigateFunction): Promise<void> {
  if (!content) return
  const { action, body } = content
  const state = { amended: { replaces: id, body } }
  if (action === recordVisit.name) openWrittenVisit(await draftOf(id, content))
  if (action === capturePerson.name) await go('/desk/people/new', { state })
  if (action === openMatter.name) await go(`/desk/hall?person=${String(body['personId'])}`, { state })
  if (action === takeStep.name) await go(`/desk/matters/${String(body['matterId'])}`, { state })
}

/** The visit as it was written, for those of its people who can still be seen. */
async function draftOf(replaces: string, { body, photos }: Content): Promise<VisitDraft> {
  const visit = VisitFields.parse(body)
  const people = (await Promise.all(visit.personIds.map(seenPerson))).flatMap((person) => person ?? [])
  return VisitDraft.parse({
    key: newActionKey(),
    replaces,
    people,
    ...typedAgain(visit),
    keptPhotos: Object.fromEntries(photos.map((photo) => [photo.id, photo.hash])),
  })
}

async function seenPerson(personId: (typeof VisitFields)['_output']['personIds'][number]): Promise<SeenPerson | undefined> {
  const packed = field.get().pack?.answers[seePack.name] as (typeof seePack)['output']['_output'] | undefined
  const found = packed?.people.find(({ id }) => id === personId)
  if (found) return found
  const file = await see(getPerson, { personId }).catch(() => undefined)
  return file && personOfFile(file)
}
