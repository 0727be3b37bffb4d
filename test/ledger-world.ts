import { uuidv7 } from 'uuidv7'
import type { PlainDate } from '../src/kernel/plain-date.ts'
import type { BureauCode, UnitCode } from '../src/kernel/region-code.ts'
import { bureauOf } from '../src/kernel/region-code.ts'
import { type NewFund, openFund, post, sealPayee, systemAccount } from '../src/modules/ledger/index.ts'
import { withScope } from '../src/platform/database/scope.ts'
import type { Tx } from '../src/platform/database/tx.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import type { TestDatabase } from './database/clone.ts'
import { NOW, TODAY, YUBEI } from './world.ts'

/** Three officers of a county, each with one of the three powers. */
export const MAKER = '00000000-0000-4000-8000-00000000000a'
export const CHECKER = '00000000-0000-4000-8000-00000000000b'
export const PAYER = '00000000-0000-4000-8000-00000000000c'

export const HANDS = { madeBy: MAKER, checkedBy: CHECKER, paidBy: null } as const
export const WHEN = { on: TODAY as PlainDate, at: NOW }

/** Works in the books of a county, as its officers see them. */
export const inBooks = <T>(on: Pick<TestDatabase, 'appPool'>, work: (tx: Tx) => Promise<T>, place: UnitCode = YUBEI): Promise<T> =>
  withScope(on.appPool, { lo: place.slice(0, 6), hi: `${place.slice(0, 5)}${Number(place[5]) + 1}` }, 'write', work)

interface FundGiven extends Partial<Pick<NewFund, 'fundKind' | 'purpose' | 'parentId' | 'name'>> {
  readonly place?: UnitCode
  readonly fen?: bigint
}

/** A fund with money in it. */
export async function fund(on: Pick<TestDatabase, 'appPool'>, given: FundGiven = {}): Promise<string> {
  const { place = YUBEI, fen = 0n, fundKind = 'benefit', purpose = null, parentId = null, name = `基金 ${uuidv7()}` } = given
  const [bureau, id] = [bureauOf(place), uuidv7()]
  return await inBooks(
    on,
    async (tx) => {
      const opened = await openFund(tx, { id, bureau, parentId, fundKind, name, purpose, at: NOW, by: MAKER })
      if (!opened.ok) throw new Error(opened.refusal.code)
      if (fen === 0n) return id
      const source = await systemAccount(tx, { bureau, kind: 'source', by: MAKER, at: NOW })
      const moves = [
        { accountId: source, amountFen: -fen },
        { accountId: id, amountFen: fen },
      ]
      const posted = await post(tx, { id: uuidv7(), bureau, kind: 'income', moves, purpose, memo: '年初预算', ...HANDS, ...WHEN })
      if (!posted.ok) throw new Error(posted.refusal.code)
      return id
    },
    place,
  )
}

export async function balanceOf(on: Pick<TestDatabase, 'ownerPool'>, accountId: string): Promise<{ balance: bigint; held: bigint }> {
  const { rows } = await on.ownerPool.query<{ balance_fen: bigint; held_fen: bigint }>(
    'select balance_fen, held_fen from ledger.accounts where id = $1',
    [accountId],
  )
  return { balance: BigInt(rows[0]?.balance_fen ?? -1n), held: BigInt(rows[0]?.held_fen ?? -1n) }
}

export interface GivenLine {
  readonly lineId: string
  readonly amountFen: bigint
  readonly payee?: string
}

/** Lines as a module gives them: here out of arrays instead of its tables. */
export const linesOf = (secrets: Secrets, lines: readonly GivenLine[]) => ({
  select: `select * from unnest($1::uuid[], $2::text[], $3::bytea[], $4::bigint[], $5::text[]) as line(line_id, payee_label, bank_account, amount_fen, memo)`,
  values: [
    lines.map(({ lineId }) => lineId),
    lines.map(({ payee }) => payee ?? '周*国'),
    lines.map(({ lineId }) => sealPayee(secrets, lineId, { account: '9900000000000000001', holder: '周建国', bank: '测试银行渝北支行' })),
    lines.map(({ amountFen }) => String(amountFen)),
    lines.map(() => '2026 年 6 月定期抚恤金'),
  ],
})

export const YUBEI_BUREAU = bureauOf(YUBEI) as BureauCode
