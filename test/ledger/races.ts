import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../src/platform/access/actor.ts'
import type { Answer } from '../../src/platform/actions/answer.ts'
import type { Ground } from '../../src/platform/actions/run-action.ts'
import type { FileStore } from '../../src/platform/files/index.ts'
import { storeReturn } from '../bank-return.ts'
import { act, batchOf, office, runJob } from '../ledger-office.ts'
import { fund } from '../ledger-world.ts'
import { value, YUBEI } from '../world.ts'

interface RaceGround {
  readonly on: Ground & { readonly files: FileStore }
  readonly pools: { readonly appPool: Pool; readonly ownerPool: Pool }
}

/** A call that moves money or prepares it, and the same id with another body. */
interface Call {
  readonly who: Actor
  readonly name: string
  readonly input: object
  readonly other: object
}

type Prepare = (ground: RaceGround) => Promise<Call>

async function proposal({ on, pools }: RaceGround): Promise<string> {
  const move = { kind: 'income', to: await fund(pools), amountFen: '100' }
  const asked = await act(on, office.maker, { name: 'fund.propose', input: { place: YUBEI, move, purpose: null, memo: '拨入' } })
  return value<{ proposalId: string }>(asked).proposalId
}

async function filed({ on, pools }: RaceGround): Promise<{ batchId: string; lineId: string }> {
  const lineId = uuidv7()
  const batchId = await batchOf(pools, on, { fundAccount: await fund(pools, { fen: 100n }), lines: [{ lineId, amountFen: 100n }] })
  const asked = await act(on, office.cashier, { name: 'batch.file', input: { batchId, format: 'csv' } })
  await runJob(on, office.cashier, { fileJobId: value<{ fileJobId: string }>(asked).fileJobId, batchId })
  return { batchId, lineId }
}

/** One row an endpoint: how its call is made ready. */
const ENDPOINTS: Readonly<Record<string, Prepare>> = {
  'fund.open': async () => {
    const input = { place: YUBEI, parentId: null, fundKind: 'aid', name: `户 ${uuidv7()}`, purpose: null }
    return { who: office.maker, name: 'fund.open', input, other: { ...input, name: `另户 ${uuidv7()}` } }
  },
  'fund.propose': async ({ pools }) => {
    const move = { kind: 'income', to: await fund(pools), amountFen: '100' }
    const input = { place: YUBEI, move, purpose: null, memo: '拨入' }
    return { who: office.maker, name: 'fund.propose', input, other: { ...input, move: { ...move, amountFen: '101' } } }
  },
  'fund.approve': async (ground) => ({
    who: office.checker,
    name: 'fund.approve',
    input: { proposalId: await proposal(ground) },
    other: { proposalId: await proposal(ground) },
  }),
  'batch.pay': async (ground) => {
    const [one, other] = [await filed(ground), await filed(ground)]
    return { who: office.cashier, name: 'batch.pay', input: { batchId: one.batchId }, other: { batchId: other.batchId } }
  },
  'batch.takeReturn': async (ground) => {
    const { batchId, lineId } = await filed(ground)
    value(await act(ground.on, office.cashier, { name: 'batch.pay', input: { batchId } }))
    const told = (outcome: string): string => `归队回单,1,${batchId}\r\n${lineId},1.00,${outcome}\r\n合计,1,1.00\r\n`
    const store = (outcome: string) => storeReturn(ground.on, office.cashier, told(outcome))
    const [fileId, other] = [await store('已付,'), await store('退回,销户')]
    return { who: office.cashier, name: 'batch.takeReturn', input: { batchId, fileId }, other: { batchId, fileId: other } }
  },
}

export interface Raced {
  readonly endpoint: string
  readonly races: number
  readonly copies: number
  readonly wrong: readonly string[]
}

/** So many races go on beside each other: as many offices at work, not as many copies of one call. */
const LANES = 4

/** Sends each call in two to eight copies at once under one id: one effect, one answer; with another body it is refused. */
export async function race(ground: RaceGround, races: number): Promise<readonly Raced[]> {
  const raced: Raced[] = []
  for (const [endpoint, prepare] of Object.entries(ENDPOINTS)) {
    const counts = Array.from({ length: races }, (_, at) => 2 + (at % 7))
    const wrong: string[] = []
    const rest = counts.entries()
    const lane = async (): Promise<void> => {
      for (const [at, count] of rest) {
        const faults = await raceOne(ground, await prepare(ground), count)
        wrong.push(...faults.map((what) => `${endpoint} ${at}: ${what}`))
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    raced.push({ endpoint, races, copies: counts.reduce((sum, count) => sum + count, 0), wrong })
  }
  return raced
}

async function raceOne({ on, pools }: RaceGround, { who, name, input, other }: Call, count: number): Promise<string[]> {
  const actionId = uuidv7()
  const answers = await Promise.all(Array.from({ length: count }, () => untilSaid(() => act(on, who, { name, actionId, input }))))
  const said = new Set(answers.map((answer) => JSON.stringify(answer)))
  const changed = await act(on, who, { name, actionId, input: other })
  const { rows } = await pools.ownerPool.query<{ receipts: number; postings: number }>(
    `select (select count(*)::int from spine.receipts where action_id = $1) as receipts,
            (select count(*)::int from ledger.postings where id = $1) + (select count(*)::int from ledger.return_files where id = $1) as postings`,
    [actionId],
  )
  const mustPost = name === 'fund.open' || name === 'fund.propose' ? 0 : 1
  return [
    said.size === 1 && answers[0]?.kind === 'value' ? '' : `answered ${[...said].join(' and ')}`,
    changed.kind === 'problem' && changed.problem.code === 'id-reused' ? '' : `another body: ${JSON.stringify(changed)}`,
    rows[0]?.receipts === 1 ? '' : `${rows[0]?.receipts} receipts`,
    rows[0]?.postings === mustPost ? '' : `${rows[0]?.postings} postings`,
  ].filter((fault) => fault !== '')
}

/** As a client does: while the first copy is at work, the others ask again. */
async function untilSaid(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (answer.kind !== 'problem' || answer.problem.code !== 'still-running') return answer
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
