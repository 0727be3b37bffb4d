import type { PersonId } from '../../../../kernel/id.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { MatterType, Step } from '../../domain/matters/matter-type.ts'

/** Whose file is open. Only a person on /me holds the grants of these views and actions. */
export function ownPerson({ person }: Pick<Actor, 'person'>): PersonId {
  if (!person) throw new Error('no file is open: this is asked on /me only')
  return person.id
}

/** The place of everything on /me: the station that keeps the file that is open. */
export const whereOwnFileIs = (_input: unknown, { actor }: ViewContext) => actor.unitCode

/** Whether whoever acts may act in matters of a kind: the person always, an agent as far as the authority goes. */
export const covers = ({ person }: Pick<Actor, 'person'>, typeCode: string): boolean => person?.agent?.kinds?.includes(typeCode) ?? true

/** Whether the notes of a kind are for nobody but some seats, the applicant's not among them. */
const isSealed = ({ readers }: MatterType): boolean => readers !== undefined && !readers.includes('applicant')

/**
 * A person sees every matter that they could begin themselves, and every other that is not sealed: that somebody called a
 * counsellor stands in no list. An agent sees the kinds that the authority covers.
 */
export const isShownTo = (actor: Pick<Actor, 'person'>, type: MatterType): boolean =>
  (type.onMe || !isSealed(type)) && covers(actor, type.code)

/** What may be read on /me of a step: in a sealed kind what the applicant said, and what an office told them; never its notes. */
export const isReadBy = (type: MatterType, step: Step | undefined): boolean =>
  !isSealed(type) || step === undefined || step.by.includes('applicant') || step.tells !== undefined
