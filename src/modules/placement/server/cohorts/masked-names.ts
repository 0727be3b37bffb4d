import type { PersonId } from '../../../../kernel/id.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { personCards } from '../../../registry/index.ts'

/** Names of candidates as everybody may read them, by the candidate's id. */
export async function maskedNames(
  context: Pick<ViewContext, 'tx' | 'secrets' | 'today'>,
  rows: readonly { id: string; person_id: PersonId }[],
): Promise<Map<string, string>> {
  const cards = await personCards(context, [...new Set(rows.map(({ person_id }) => person_id))])
  return new Map(rows.map(({ id, person_id }) => [id, cards.get(person_id)?.nameMasked ?? '*']))
}
