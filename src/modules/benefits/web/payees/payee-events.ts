import { PersonId } from '../../../../kernel/id.ts'
import { see } from '../../../../ui/api/use-view.ts'
import type { PersonEvent } from '../../../../ui/person-part.ts'
import { language, texts } from '../../../../ui/text/language.ts'
import type { Text } from '../../../../ui/text/use-text.ts'
import { seeKept } from '../../contract.ts'
import type { payeeMessages } from './messages-payees.ts'
import './messages-payees.ts'

/** That the benefits of somebody go to another account, for the timeline of their file. */
export async function payeeEvents(personId: string): Promise<PersonEvent[]> {
  const { payees } = await see(seeKept, { personId: PersonId.parse(personId) })
  const text: Text<(typeof payeeMessages)['keys'][number]> = (key, values) => texts.t(key, { ...values, lng: language() })
  return payees.map(({ id, bank, accountMasked, isOtherName, at }) => ({
    key: `payee ${id}`,
    at,
    title: text('payee.eventTitle'),
    words: text('payee.eventWords', { bank, account: accountMasked }),
    ...(isOtherName ? { tone: 'amber' as const } : {}),
  }))
}
