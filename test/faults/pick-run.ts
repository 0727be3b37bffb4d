import { uuidv7 } from 'uuidv7'
import type { Offer, RoundPage } from '../../src/modules/placement/contract.ts'
import { verifyRecord } from '../../src/modules/placement/index.ts'
import { onKillStage, restart, type KillStage as Stage } from './kill-stage.ts'
import { insist, type Seat, takeSeat } from './round-room.ts'

export interface PickReport {
  /** Statements of the transaction of a pick, from the lock of the round to COMMIT. */
  readonly steps: number
  readonly kills: number
  /** Of the killed: how many picks stood, whole, and how many never were. */
  readonly stood: number
  readonly never: number
  readonly faults: readonly string[]
}

const YUBEI = '500112000000'

/** Where a pick leaves a trace; each of them has it once or not at all. */
const TRACES = `
  select (select count(*)::int from placement.round_events where action_id = $1) as links,
         (select count(*)::int from placement.round_seats s join placement.round_events e on e.round_id = s.round_id and e.seq = s.seq where e.action_id = $1) as seats,
         (select count(*)::int from spine.receipts where action_id = $1 and not refused) as receipts,
         (select count(*)::int from spine.leaves where canon::jsonb ->> 'id' = $1::text) as leaves`

/** A round is picked in while its server is killed at each statement of a pick, before and after the database has heard it. */
export const runPickKills = ({ port, say }: { port: number; say: (line: string) => void }): Promise<PickReport> =>
  onKillStage({ port, watched: /placement\.rounds where .* for update/i }, (stage) => playRound(stage, say))

async function playRound(stage: Stage, say: (line: string) => void): Promise<PickReport> {
  const [officer, supervisor] = [await takeSeat(stage.address, 'jiang.wenbo'), await takeSeat(stage.address, 'ji.ming')]
  const roundId = await openRound(stage, officer, supervisor)
  const [faults, counts] = [[] as string[], { kills: 0, stood: 0, never: 0 }]
  for (let step = 1, last = false; !last; step += 1) {
    for (const isHeard of [false, true]) {
      const outcome = await killPick(stage, { officer, roundId, step, isHeard })
      last ||= outcome === 'not reached'
      if (outcome === 'not reached') continue
      counts.kills += 1
      if (outcome === 'stood' || outcome === 'never') counts[outcome] += 1
      else faults.push(`statement ${step}, ${isHeard ? 'heard' : 'not heard'}: ${outcome}`)
    }
    if (!last) say(`  killed at statement ${step}, before and after`)
    const { can } = await officer.see<RoundPage>('round.get', { roundId })
    if (can.turn) await undoLast(supervisor, roundId)
  }
  const steps = stage.proxy.steps()
  faults.push(...(await finish(stage, officer, roundId)))
  return { ...counts, steps, faults }
}

/** Draft, commitment, the public draw (its day is brought forward), the supervisor's presence, the opening. */
async function openRound({ admin }: Stage, officer: Seat, supervisor: Seat): Promise<string> {
  const { cohorts, posts } = await officer.see<Offer>('round.offer', { place: YUBEI })
  const cohortId = cohorts[0]?.id
  if (cohortId === undefined) throw new Error('the demo has no cohort that waits for its round')
  const draw = { source: '福彩双色球下一期', on: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10) }
  const turn = { clockSeconds: 3600, onPass: 'end', onAbsent: 'end' }
  const postIds = posts.filter(({ isDirect }) => !isDirect).map(({ id }) => id)
  const draft = { cohortId, way: 'points-ranked', title: '断电演练', postIds, turn, draw }
  const { roundId } = await officer.act<{ roundId: string }>('round.draft', draft)
  await officer.act('round.commit', { roundId })
  await admin.query('update placement.rounds set committed_on = committed_on - 9, draw_on = draw_on - 8 where id = $1', [roundId])
  await officer.act('round.draw', { roundId, value: '03 09 11 17 22 30 + 08' })
  await supervisor.act('round.confirmPresence', { roundId })
  await officer.act('round.steer', { roundId, step: { kind: 'open' } })
  return roundId
}

async function undoLast(supervisor: Seat, roundId: string): Promise<void> {
  const { can } = await supervisor.see<RoundPage>('round.get', { roundId })
  if (can.undo !== null) await supervisor.act('round.undo', { roundId, seq: can.undo, reason: '演练，再来一次' })
}

interface Killing {
  readonly officer: Seat
  readonly roundId: string
  readonly step: number
  readonly isHeard: boolean
}

/** Sends a pick, kills the server at one statement of it, starts it again, and sends the same pick once more. */
async function killPick(stage: Stage, { officer, roundId, step, isHeard }: Killing): Promise<'stood' | 'never' | 'not reached' | string> {
  const { next } = await officer.see<RoundPage>('round.get', { roundId })
  if (!next) return 'nobody has a turn'
  const { turn, candidateId, open } = next
  const key = uuidv7()
  const pick = { name: 'round.turn', input: { roundId, turn, candidateId, taken: { kind: 'pick', post: open[0], by: 'self' } }, key }
  let killing: Promise<void> | undefined
  const strike = (): void => {
    killing = stage.guidui.kill()
  }
  stage.proxy.arm({ step, isHeard, strike })
  const answer = await officer.send(pick.name, pick.input, key)
  if (!killing) return answer === undefined ? 'no answer although nobody was killed' : 'not reached'
  await killing
  await restart(stage)
  const before = await traces(stage, key)
  const said = await insist<{ post: string | null }>(officer, pick)
  const after = await traces(stage, key)
  if (new Set(before).size > 1) return `by halves: ${before.join()}`
  if (answer !== undefined && before[0] === 0) return 'answered and not there'
  if (after.some((count) => count !== 1) || said.post !== open[0]) return `sent again it stands ${after.join()} times`
  return before[0] === 1 ? 'stood' : 'never'
}

async function traces({ admin }: Stage, key: string): Promise<number[]> {
  const { rows } = await admin.query<Record<string, number>>(TRACES, [key])
  return Object.values(rows[0] ?? {})
}

/** Everybody else picks, the round is closed, and its published record is held against the other implementation. */
async function finish({ address }: Stage, officer: Seat, roundId: string): Promise<string[]> {
  const see = () => officer.see<RoundPage>('round.get', { roundId })
  for (let { next } = await see(); next; { next } = await see()) {
    const { turn, candidateId, open } = next
    await officer.act('round.turn', { roundId, turn, candidateId, taken: { kind: 'pick', post: open[0], by: 'self' } })
  }
  await officer.act('round.steer', { roundId, step: { kind: 'close' } })
  const record = await (await fetch(`${address}/api/open/rounds/${roundId}/record`)).text()
  return verifyRecord(record).findings.map((finding) => `the record: ${JSON.stringify(finding)}`)
}
