import type { PersonId } from '../../../../kernel/id.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { MatterType } from '../../domain/matters/matter-type.ts'

/** Whose file is open. Only a person on /me holds the grants of these views and actions. */
export function ownPerson({ person }: Pick<Actor, 'person'>): PersonId {
  if (!person) throw new Error('no file is open: this is asked on /me only')
  return person.id
}

/** The place of everything on /me: the station that keeps the file that is open. */
export const whereOwnFileIs = (_input: unknown, { actor }: ViewContext) => actor.unitCode

/** Whether whoever acts may act in matters of a kind: the person always, an agent as far as the authority goes. */
export const covers = ({ person }: Pick<Actor, 'person'>, typeCode: string): boolean => person?.agent?.kinds?.includes(typeCode) ?? true

/** A person sees every matter of their own but the notes that are kept from everybody else too: a counsellor's, a lawyer's. */
export const isShownToPerson = ({ readers }: MatterType): boolean => readers === undefined || readers.includes('applicant')
