import type { JobContext } from '../../../../platform/jobs/jobs.ts'
import { askCodes, type Divisions, type Learned, type Places, placesOf } from './places.ts'

/** The divisions that an import knows: for a thread as they were asked for, and here put in order when a row is first read here. */
export interface Gazetteer {
  readonly divisions: Divisions
  places(): Places
  /** Asks for codes outside the range. */
  learn(codes: readonly string[]): Promise<Learned>
}

export function openGazetteer(job: JobContext, divisions: Divisions): Gazetteer {
  const learned: Learned[] = []
  let places: Places | undefined
  return {
    divisions,
    places() {
      if (places) return places
      places = placesOf(divisions)
      for (const one of learned) places.know(one)
      return places
    },
    async learn(codes) {
      const fresh = await job.step('read', (tx) => askCodes(tx, codes, job.clock.today()))
      learned.push(fresh)
      places?.know(fresh)
      return fresh
    },
  }
}
