import { uuidv7 } from 'uuidv7'
import { maskName } from '../../../../kernel/mask.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import { byteaColumn, textColumn, uuidColumn } from '../../../../platform/database/column-arrays.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { packPayee } from '../../../ledger/index.ts'
import { openBankCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { ACCOUNT } from '../kept/kept-rows.ts'
import { isPayer } from '../kept/take-in.ts'

const PAGE = 5_000
const FIRST = '00000000-0000-0000-0000-000000000000'

/** How a card is written in a file, and what a bank would take. */
const digits = (card: string): string => card.replaceAll(/[\s-]/g, '')
const IS_ACCOUNT = /^\d{12,24}$/

/** People in pay without an account and without one that waits, in the order of their ids. */
const WITHOUT = `from benefits.entitlements e
  where e.bureau_code = $1 and e.payee_account is null
    and not exists (select from benefits.entitlements o where o.bureau_code = $1 and o.person_id = e.person_id and o.payee_account is not null)
    and not exists (select from benefits.payee_changes c where c.bureau_code = $1 and c.person_id = e.person_id and c.state = 'waiting')`

async function listWithout(tx: Tx, bureau: string, after: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct e.person_id as id ${WITHOUT} and e.person_id > $2 order by 1 limit ${PAGE}`,
    [bureau, after],
  )
  return rows.map(({ id }) => id)
}

async function cardsOf(
  context: ViewContext,
  personIds: readonly string[],
): Promise<(readonly [string, { account: string; name: string }])[]> {
  const found = await openBankCards(context, personIds)
  return [...found].flatMap(([id, { card, name }]) =>
    IS_ACCOUNT.test(digits(card)) ? [[id, { account: digits(card), name }] as const] : [],
  )
}

export const listCards = view(contract.listCards, {
  grant: 'benefit.write',
  where: ({ unitCode }) => unitCode,
  async run(context, { unitCode }) {
    const bureau = bureauOf(unitCode)
    if (!isPayer(unitCode)) return { without: 0, groups: [], isPart: false }
    const { rows } = await context.tx.query<{ count: number }>(`select count(distinct e.person_id)::int as count ${WITHOUT}`, [bureau])
    const people = await listWithout(context.tx, bureau, FIRST)
    const byPrefix = new Map<string, number>()
    for (const [, { account }] of await cardsOf(context, people))
      byPrefix.set(account.slice(0, 6), (byPrefix.get(account.slice(0, 6)) ?? 0) + 1)
    const groups = [...byPrefix]
      .map(([prefix, cards]) => ({ prefix, cards }))
      .sort((a, b) => b.cards - a.cards || (a.prefix < b.prefix ? -1 : 1))
    return { without: rows[0]?.count ?? 0, groups: groups.slice(0, 40), isPart: people.length === PAGE }
  },
})

type Found = readonly (readonly [string, { account: string; name: string }])[]

async function enter({ tx, secrets, unitCode, now, actor }: ActionContext, found: Found, bank: string): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into benefits.payee_changes (bureau_code, unit_code, origin, is_other_name, evidence, made_at, made_by, bank, id, person_id, payee, label)
     select $1, $2, 'file', false, $3, $4, $5, $6, * from unnest($7::uuid[], $8::uuid[], $9::bytea[], $10::text[])
     on conflict (bureau_code, person_id) where state = 'waiting' do nothing`,
    [
      bureauOf(unitCode),
      unitCode,
      '档案登记的银行卡',
      now,
      actor.accountId,
      bank,
      uuidColumn(found.map(() => uuidv7())),
      uuidColumn(found.map(([id]) => id)),
      byteaColumn(found.map(([id, { account, name }]) => secrets.encrypt(ACCOUNT, id, packPayee({ account, holder: name, bank })))),
      textColumn(found.map(([, { name }]) => maskName(name))),
    ],
  )
  return rowCount ?? 0
}

/** Run again it enters nobody twice: who has an account, or one that waits, is not among those without. */
export const fillPayees = action(contract.fillPayees, {
  grant: 'benefit.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-an-office': 422, 'nothing-to-fill': 409 },
  async run(context, { unitCode, prefix, bank }) {
    if (!isPayer(unitCode)) return refuse({ code: 'not-an-office' })
    let [filled, after] = [0, FIRST]
    for (;;) {
      const people = await listWithout(context.tx, bureauOf(unitCode), after)
      const found = (await cardsOf(context, people)).filter(([, { account }]) => account.startsWith(prefix))
      if (found.length > 0) filled += await enter(context, found, bank)
      after = people.at(-1) ?? after
      if (people.length < PAGE) break
    }
    if (filled === 0) return refuse({ code: 'nothing-to-fill' })
    context.note({ filled, prefix })
    return ok({ filled })
  },
})
