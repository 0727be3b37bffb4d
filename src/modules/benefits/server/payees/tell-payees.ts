import type { ActionContext } from '../../../../platform/actions/context.ts'
import { tellPeople } from '../../../casework/index.ts'
import { maskSealed } from '../kept/kept-rows.ts'
import type { ChangeRow } from './change-rows.ts'

/**
 * Tells a person where their pension goes from now on: whoever changed an account behind their back is found out by them first.
 * Of the account no more than its end is said; without a phone on file the station calls.
 */
export async function tellPayee(context: ActionContext, change: ChangeRow): Promise<void> {
  const { id, personId, bank, payee, isOtherName } = change
  const end = maskSealed(context.secrets, personId, payee).slice(-4)
  const words = {
    zh: `您的待遇发放账户现在是${bank}尾号 ${end} 的账户${isOtherName ? '（户名不是您本人）' : ''}。如果不是您办理的，请马上联系服务站。`,
    en: `Your benefits are now paid to the account at ${bank} that ends in ${end}${isOtherName ? ' (in another name than yours)' : ''}. If this was not you, tell your station at once.`,
  }
  await tellPeople(context, 'payee', { told: [{ id, personId, words }], isCalled: true })
}

type Filled = Pick<ChangeRow, 'id' | 'personId' | 'bank'>

/** The same of cards that stood in files: these are many, and nobody typed them. */
export async function tellFilled(context: ActionContext, filled: readonly Filled[]): Promise<void> {
  const told = filled.map(({ id, personId, bank }) => ({
    id,
    personId,
    words: {
      zh: `您的待遇今后发放到档案里登记的银行卡（${bank}）。如果卡不对，请联系服务站。`,
      en: `Your benefits are paid to the bank card in your file (${bank}) from now on. If the card is wrong, tell your station.`,
    },
  }))
  await tellPeople(context, 'payee', { told, isCalled: false })
}
