import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { addDays, type PlainDate } from '../src/kernel/plain-date.ts'
import { type BureauCode, bureauOf } from '../src/kernel/region-code.ts'
import type { FundKind } from '../src/modules/ledger/contract.ts'
import { openBatch, openFund, post, sealPayee, systemAccount } from '../src/modules/ledger/index.ts'
import { openTx, type Tx } from '../src/platform/database/tx.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import { actorOf, YUBEI } from './placement-desk.ts'

interface Given {
  readonly secrets: Secrets
  readonly today: PlainDate
}

/** The same id on every machine, and of a time before all others: books are listed in the order of ids. */
function idOf(label: string): string {
  const hex = createHash('sha256').update(`demo.ledger.${label}`).digest('hex')
  return `0180${hex.slice(4, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The fund from which pensions are paid. */
export const BENEFIT_FUND = idOf('benefit')

interface DemoFund {
  readonly label: string
  readonly kind: FundKind
  readonly name: string
  readonly yuan: bigint
  readonly purpose?: string
  readonly under?: string
}

const FUNDS: readonly DemoFund[] = [
  { label: 'benefit', kind: 'benefit', name: '抚恤补助资金', yuan: 18_600_000n },
  { label: 'emergency', kind: 'emergency', name: '应急救助资金', yuan: 600_000n },
  { label: 'care', kind: 'care', name: '关爱基金', yuan: 850_000n },
  { label: 'illness', kind: 'care', name: '大病专项', yuan: 320_000n, purpose: '大病救助', under: 'care' },
  { label: 'aid', kind: 'aid', name: '困难帮扶资金', yuan: 1_200_000n },
  { label: 'volunteer', kind: 'volunteer', name: '志愿服务资金', yuan: 90_000n },
]

/** Five who are paid by the batch that waits: masked, as a module gives them. */
const PAYEES = [
  ['周*国', 351_250n],
  ['罗*', 287_600n],
  ['冉*兵', 287_600n],
  ['陈*芳', 412_000n],
  ['刘*', 198_450n],
] as const

interface Books {
  readonly bureau: BureauCode
  readonly madeBy: string
  readonly checkedBy: string
  readonly on: PlainDate
  readonly at: string
}

/** A county's funds with their money of the year, a movement that waits to be checked, and a batch that waits for its file. */
export async function loadLedger(client: PoolClient, given: Given): Promise<void> {
  const { tx, close } = openTx(client)
  const [maker, checker] = [await actorOf(tx, 'jiang.wenbo', 'countyOfficer'), await actorOf(tx, 'xiao.limin', 'countyApprover')]
  if (maker && checker) {
    const on = addDays(given.today, -20)
    const filled = addDays(given.today, -160)
    const books = { bureau: bureauOf(YUBEI), madeBy: maker.accountId, checkedBy: checker.accountId, on, at: `${on}T02:00:00.000Z` }
    for (const fund of FUNDS) await fill(tx, { ...books, on: filled, at: `${filled}T02:00:00.000Z` }, fund)
    await ask(tx, books)
    await batch(tx, books, given.secrets)
  }
  // The leaves of postings go with them, or the books would be found unaudited.
  for (const [asked, values] of close().last)
    await client.query({ ...(typeof asked === 'string' ? { text: asked } : asked), values: [...values] })
}

async function fill(tx: Tx, books: Books, { label, kind, name, yuan, under, ...more }: DemoFund) {
  const { bureau, madeBy, checkedBy, on, at } = books
  const [id, parentId, purpose] = [idOf(label), under === undefined ? null : idOf(under), more.purpose ?? null]
  const opened = await openFund(tx, { id, bureau, parentId, fundKind: kind, name, purpose, at, by: madeBy })
  const source = await systemAccount(tx, { bureau, kind: 'source', by: madeBy, at })
  const moves = [
    { accountId: source, amountFen: -yuan * 100n },
    { accountId: id, amountFen: yuan * 100n },
  ]
  const hands = { madeBy, checkedBy, paidBy: null }
  const posted = await post(tx, {
    id: idOf(`${label}.income`),
    bureau,
    kind: 'income',
    moves,
    purpose,
    memo: '年初预算拨入',
    ...hands,
    on,
    at,
  })
  if (!opened.ok || !posted.ok) throw new Error(`demo: the fund ${name} could not be filled`)
}

async function ask(tx: Tx, { bureau, madeBy, at }: Books): Promise<void> {
  await tx.query(
    `insert into ledger.proposals (bureau_code, id, unit_code, kind, from_account_id, to_account_id, amount_fen, memo, made_by, made_at)
     values ($1, $2, $3, 'shift', $4, $5, 5000000, '汛期应急，从关爱基金调剂', $6, $7)`,
    [bureau, idOf('proposal'), YUBEI, idOf('care'), idOf('emergency'), madeBy, at],
  )
}

async function batch(tx: Tx, { bureau, madeBy, checkedBy, at }: Books, secrets: Secrets): Promise<void> {
  const lines = PAYEES.map(([payee, fen], number) => ({ lineId: idOf(`line.${number}`), payee, fen: String(fen), number }))
  const sealed = lines.map(({ lineId, payee, number }) =>
    sealPayee(secrets, lineId, {
      account: `99000000000000${String(number).padStart(5, '0')}`,
      holder: payee.replaceAll('*', '某'),
      bank: '重庆农村商业银行渝北支行',
    }),
  )
  const opened = await openBatch(tx, {
    bureau,
    batchId: idOf('batch'),
    fundAccount: idOf('benefit'),
    purpose: null,
    title: '定期抚恤金（演示）',
    source: { module: 'demo', id: idOf('batch') },
    lines: {
      select: `select * from unnest($1::uuid[], $2::text[], $3::bytea[], $4::bigint[], $5::text[]) as line(line_id, payee_label, bank_account, amount_fen, memo)`,
      values: [
        lines.map((one) => one.lineId),
        lines.map((one) => one.payee),
        sealed,
        lines.map((one) => one.fen),
        lines.map(() => '定期抚恤金'),
      ],
    },
    at,
    madeBy,
    checkedBy,
  })
  if (!opened.ok) throw new Error(`demo: the batch was refused: ${opened.refusal.code}`)
}
