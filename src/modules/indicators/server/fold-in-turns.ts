import type { Pool } from 'pg'
import { A_BATCH, type Folded, foldOnce } from './fold.ts'
import { rebuild } from './rebuild.ts'

/** Between two looks: none while facts wait, short while facts come, longer while none do. Milliseconds. */
const BEHIND_MS = 0
const BUSY_MS = 100
const IDLE_MS = 1_000
const AFTER_FAULT_MS = 5_000

/** A batch ends between two transactions: one that is nearly full was cut. */
const NEARLY = 0.9

/** Folds again and again until stopped. Stopping waits for a fold under way. */
export function foldInTurns(pool: Pool, log: (line: string) => void): { stop(): Promise<void> } {
  let isStopping = false
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> = Promise.resolve()
  const next = (wait: number): void => {
    if (isStopping) return
    timer = setTimeout(() => {
      underWay = turn(pool, log).then(next)
    }, wait)
  }
  next(0)
  return {
    async stop() {
      isStopping = true
      clearTimeout(timer)
      await underWay
    },
  }
}

async function turn(pool: Pool, log: (line: string) => void): Promise<number> {
  try {
    const folded: Folded = await foldOnce(pool)
    if (folded === 0 || folded === 'elsewhere') return IDLE_MS
    if (folded !== 'rebuild') return folded < A_BATCH * NEARLY ? BUSY_MS : BEHIND_MS
    const { facts, seconds } = await rebuild(pool)
    log(`indicators: folded ${facts} facts anew in ${seconds.toFixed(1)} s`)
    return BUSY_MS
  } catch (fault) {
    log(`indicators: folding failed and is tried again: ${fault instanceof Error ? fault.message : String(fault)}`)
    return AFTER_FAULT_MS
  }
}
