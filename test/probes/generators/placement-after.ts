import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import { STATION_OF } from './placement-making.ts'
import type { Generator, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

/** Two neighbouring counties of one city and one of another province. */
const AT = [COUNTIES[0], COUNTIES[1], COUNTIES[3]]
const PLACES = [...VILLAGES, ...COUNTIES, ...CITIES, ...PROVINCES]

const today = (daysAgo = 0): string => new Date(Date.now() - daysAgo * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

/** One call about somebody whose letter was issued so many days ago, and who has started since or not. */
const eachLetter =
  ({ daysAgo, started = false }: { daysAgo: number; started?: boolean }, extra: (steps: number) => object): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const county of AT) {
      const { candidateIds } = await maker.rounds.lettered(county, daysAgo)
      const [candidateId = ''] = candidateIds
      const unit = STATION_OF[county] ?? ''
      // Ranked at 7 of the rounds' world; entered, picked and given a letter since.
      let steps = 10
      if (started) {
        const said = await maker.done('letter.start', { touches: unit }, { candidateId, steps, startedOn: today(daysAgo - 1) })
        steps = Number(said['steps'])
      }
      const body = { candidateId, ...extra(steps) }
      cases.push({ label: county, touches: unit, body, absent: { ...body, candidateId: maker.nobody() } })
    }
    return cases
  }

/** Letters, starts and the visit half a year later. */
export const placementAfter: Readonly<Record<string, Generator>> = {
  'allowance.list': async () =>
    PLACES.map((place) => ({
      label: place,
      touches: place,
      body: { place, month: '2026-03' },
      absent: { place: NOWHERE, month: '2026-03' },
    })),
  'assessment.list': async () =>
    PLACES.map((place) => ({ label: place, touches: place, body: { place, year: 2026 }, absent: { place: NOWHERE, year: 2026 } })),
  'letter.list': async () => PLACES.map((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } })),
  'round.try': async (maker) => {
    const cases: Made[] = []
    for (const county of AT) {
      const { roundId } = await maker.rounds.round(county, 'draft')
      const trials = [{ way: 'directive', posts: 'round' }]
      cases.push({ label: county, touches: county, body: { roundId, trials }, absent: { roundId: maker.nobody(), trials } })
    }
    return cases
  },
  'letter.issue': async (maker) => {
    const cases: Made[] = []
    for (const county of AT) {
      const { roundId } = await maker.rounds.round(county, 'closed')
      cases.push({ label: county, touches: county, body: { roundId }, absent: { roundId: maker.nobody() } })
    }
    return cases
  },
  'letter.write': eachLetter({ daysAgo: 0 }, () => ({})),
  'letter.writeReminder': eachLetter({ daysAgo: 40 }, () => ({})),
  'letter.start': eachLetter({ daysAgo: 3 }, (steps) => ({ steps, startedOn: today() })),
  'letter.notStarted': eachLetter({ daysAgo: 40 }, (steps) => ({ steps, cause: 'employer', reason: '单位暂无岗位' })),
  'letter.followUp': eachLetter({ daysAgo: 200, started: true }, (steps) => ({
    steps,
    isThere: true,
    isSatisfied: true,
    words: '都好',
  })),
}
