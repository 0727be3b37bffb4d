/**
 * P8: actions over HTTP with everything on (access, row-level security, idempotency, journal, facts), 8 clients on 2
 * cores: at least 40 % of the rate at which bare `pg` commits the same rows on the same server.
 *
 * The peer inserts, on 8 connections as the owner, the very rows that the actions left, one transaction a visit.
 */
import { openPeer, type Peer } from './support/bare-visits.ts'
import { openBench } from './support/open-bench.ts'
import { median, print, seconds } from './support/promise.ts'
import { openVisitClients, type VisitClients } from './support/visit-clients.ts'

const VISITS = 4_000
const ROUNDS = 3

async function rates(clients: VisitClients, peer: Peer): Promise<{ ours: number[]; theirs: number[] }> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  await clients.record(500)
  await peer.commit(500)
  // Statistics as a server has them that has run for more than a minute: until then plans made for empty tables are used.
  await bench.database.ownerPool.query('analyze')
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(VISITS / (await seconds(() => clients.record(VISITS))))
    theirs.push(VISITS / (await seconds(() => peer.commit(VISITS))))
  }
  return { ours, theirs }
}

const bench = await openBench()
const clients = await openVisitClients(bench, 8)
const peer = await openPeer(bench, 8)
try {
  const { ours, theirs } = await rates(clients, peer)
  const [left, right] = [await clients.countRows(), await peer.countRows()]
  if (JSON.stringify(left) !== JSON.stringify(right)) {
    throw new Error(`the two did not write the same: ${JSON.stringify(left)} and ${JSON.stringify(right)}`)
  }
  const [mine, bare] = [median(ours), median(theirs)]
  print({
    name: 'P8 actions over HTTP',
    ours: mine,
    peer: bare,
    unit: 'visits/s',
    ratio: mine / bare,
    promise: { kind: 'at least', bound: 0.4 },
  })
} finally {
  await peer.close()
  await clients.close()
  await bench.close()
}
