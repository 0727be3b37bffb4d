import { setTimeout as sleep } from 'node:timers/promises'

/** A clock that can be waited on. */
export interface Ticking {
  now(): number
  sleep(milliseconds: number): Promise<void>
}

const ticking: Ticking = { now: () => performance.now(), sleep: (milliseconds) => sleep(milliseconds) }

/** At most `rate` a second, evenly: a burst at the start of each second is what makes gateways say 流量控制错. */
export function openPace(rate: number, time: Ticking = ticking): () => Promise<void> {
  const gap = 1000 / rate
  let free = Number.NEGATIVE_INFINITY
  return async () => {
    const now = time.now()
    const mine = Math.max(now, free)
    free = mine + gap
    if (mine > now) await time.sleep(mine - now)
  }
}
