import { playHistories } from './histories.ts'

declare const process: { argv: string[]; send(found: unknown): void; disconnect(): void }

// A share of `npm run faults -- outbox`: how many histories, from which seed.
const [runs, seed] = process.argv.slice(2).map(Number)
process.send(await playHistories({ runs: runs ?? 0, seed: seed ?? 0 }))
process.disconnect()
