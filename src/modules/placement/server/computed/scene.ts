import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { ComputedPage } from '../../contract-computed.ts'

/** Who and what is in a round that is computed at once, as far as it has come. */
export type Scene = Pick<ComputedPage, 'posts' | 'people' | 'links' | 'isComputed' | 'total'>

/** The file of a person, for whoever may open it. */
export const fileOf = ({ actor }: ViewContext, personId: string): string | null => (actor.grants.has('person.read') ? personId : null)
