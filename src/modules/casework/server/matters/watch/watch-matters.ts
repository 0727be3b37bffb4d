import { reconcile } from '../balance/reconcile.ts'
import { everyHour, type Hourly } from './by-the-clock.ts'
import { escalateMatters } from './escalate-matters.ts'
import { lapseMatters } from './lapse-matters.ts'

/** What a day brings about, looked for at once and every hour: steps of the clock, what has run out, what cannot be accounted for. */
export function startWatching(ground: Hourly & { log: (line: string) => void }): { stop(): void } {
  const say = (what: string) => (fault: unknown) => ground.log(`matters: ${what}: ${String(fault)}`)
  const rounds = [
    everyHour(() => lapseMatters(ground), say('the clock could not take its steps')),
    everyHour(() => escalateMatters(ground), say('what has run out could not be said')),
    everyHour(async () => {
      for (const { unitCode, typeCode, matterIds } of await reconcile(ground))
        ground.log(`matters: ALARM: ${typeCode} at ${unitCode} cannot be accounted for: ${matterIds.join(', ')}`)
    }, say('the balance could not be drawn')),
  ]
  return {
    stop: () => {
      for (const round of rounds) round.stop()
    },
  }
}
