import { addDays, type PlainDate } from '../../src/kernel/plain-date.ts'
import { diceOf } from '../dice.ts'
import { payMonths } from './benefits.ts'
import { type Deed, deedId } from './deeds.ts'
import type { Hands, Someone } from './hands.ts'
import { isPaid } from './paid.ts'
import { workdayAt } from './workday.ts'

const BANK = '重庆农村商业银行渝北支行'

/** 19 digits that begin as no bank's do. */
const accountOf = (personId: string): string => {
  const dice = diceOf('payee', personId)
  return `99000${1 + dice.below(4)}${Array.from({ length: 13 }, () => dice.below(10)).join('')}`
}

interface Change {
  readonly person: Someone
  readonly enteredOn: PlainDate
  readonly evidence: string
  readonly holder?: string
  readonly settled?: { readonly on: PlainDate; readonly why?: string }
}

function changed(hands: Hands, { person, enteredOn, evidence, holder, settled }: Change): Deed[] {
  const story = `payee.${person.id}.${enteredOn}`
  const input = { personId: person.id, bank: BANK, account: accountOf(person.id + enteredOn), evidence, ...(holder ? { holder } : {}) }
  const entered: Deed = { story, label: story, on: enteredOn, by: hands.account('jiang.wenbo'), name: 'benefit.setPayee', input }
  if (!settled) return [entered]
  const { on, why } = settled
  const about = { changeId: deedId(entered) }
  const [name, said] = why === undefined ? ['benefit.confirmPayee', about] : ['benefit.declinePayee', { ...about, why }]
  return [entered, { story, label: `${story}.settled`, on, by: hands.account('xiao.limin'), name, input: said }]
}

/** Accounts that were typed from papers: of all who have no card in their file but one, and of some who have changed banks. */
export function payeeDeeds(hands: Hands, today: PlainDate): Deed[] {
  const [first] = payMonths(today)
  const paid = hands.people.filter(isPaid)
  const [, ...without] = paid.filter(({ hasCard }) => !hasCard)
  const [one, two, three, four] = paid.filter(({ hasCard, accountId }) => hasCard && accountId === null)
  const back = (days: number) => workdayAt(addDays(today, -days))
  const changes: Change[] = without.map((person, at) => ({
    person,
    enteredOn: workdayAt(addDays(first, -12 + (at % 6))),
    evidence: '本人申请、银行卡复印件',
    settled: { on: workdayAt(addDays(first, -5 + (at % 4))) },
  }))
  if (one) changes.push({ person: one, enteredOn: back(3), evidence: '换卡申请、新卡复印件' })
  if (two) changes.push({ person: two, enteredOn: back(2), evidence: '监护人申请、监护关系证明', holder: '王晓燕' })
  if (three) changes.push({ person: three, enteredOn: back(1), evidence: '换卡申请、新卡复印件' })
  if (four)
    changes.push({
      person: four,
      enteredOn: back(9),
      evidence: '电话申请',
      settled: { on: back(7), why: '电话申请不能变更账户，请本人带卡到窗口' },
    })
  return changes.flatMap((change) => changed(hands, change))
}
