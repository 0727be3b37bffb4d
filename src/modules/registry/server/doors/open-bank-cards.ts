import type { ViewContext } from '../../../../platform/actions/context.ts'
import { openField } from '../rows/person-row.ts'

export interface NamedCard {
  readonly card: string
  /** In full: whose card it is. */
  readonly name: string
}

/**
 * The bank cards of persons who have one, in clear, by id: only of those in the transaction's range. For a module that seals
 * them again under its own rows before it answers; whoever asks notes in its leaf that it did.
 */
export async function openBankCards(
  { tx, secrets }: Pick<ViewContext, 'tx' | 'secrets'>,
  personIds: readonly string[],
): Promise<Map<string, NamedCard>> {
  const { rows } = await tx.query<{ id: string; name: string; bank_card: Buffer }>(
    "select id, name, bank_card from registry.people where id = any($1::uuid[]) and bank_card is not null and status = 'active'",
    [personIds],
  )
  return new Map(rows.map((row) => [row.id, { card: openField(secrets, 'bank_card', row) ?? '', name: row.name }]))
}
