import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What stands on the whole program. Reading `src/catalogue.ts` joins the modules together, and they stay joined for every
 * file after it in the same worker: these come last. (A rule of .dependency-cruiser.cjs keeps the list complete.)
 */
const WHOLE = JSON.parse(readFileSync(new URL('whole-program.json', import.meta.url), 'utf8')) as readonly string[]

/** What takes longest, longest first, as measured; a name that is no file any more does no harm. */
const LONGEST = [
  'test/faults/faults.test.ts',
  'test/journeys/petition.test.ts',
  'test/journeys/assistance.test.ts',
  'test/journeys/accessible-offices.test.ts',
  'test/journeys/accessible-station.test.ts',
  'test/journeys/computed-rounds.test.ts',
  'test/journeys/month.test.ts',
  'test/journeys/me.test.ts',
  'test/journeys/placement.test.ts',
  'test/journeys/benefits.test.ts',
]

/** A long file that begins last runs alone at the end, with a core idle beside it: the longest begin first, then come the others. */
const ORDER = [...LONGEST, undefined, ...WHOLE]

/** The order in which test files run. */
export class OrderOfFiles extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = ORDER.indexOf(undefined)
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = ORDER.findIndex((name) => name !== undefined && moduleId.endsWith(name))
      return place === -1 ? others : place
    }
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}
