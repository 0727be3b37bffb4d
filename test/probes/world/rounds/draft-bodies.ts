import type { Ranked } from './round-made.ts'

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

type Drafted = Pick<Ranked, 'cohortId' | 'postIds'>

/** What `round.draft` is asked with. */
export const draftBody = ({ cohortId, postIds }: Drafted) => ({
  cohortId,
  postIds,
  way: 'points-ranked',
  title: '选岗',
  turn: { clockSeconds: 60, onPass: 'end', onAbsent: 'end' },
  draw: { source: '双色球', on: dayFromNow(3) },
})

/** What the drafts of rounds that are computed at once are asked with. */
export const twoWayBody = ({ cohortId, postIds }: Drafted) => ({
  cohortId,
  postIds,
  title: '双向选择',
  twoWay: { mostListed: 3, silentEmployer: 'by-order', listsUntil: dayFromNow(4), rankingsUntil: dayFromNow(8) },
  draw: { source: '双色球', on: dayFromNow(3) },
})

export const directiveBody = ({ cohortId, postIds }: Drafted) => ({
  cohortId,
  postIds,
  title: '指令性分配',
  cost: { perKilometre: 10, misfit: 500, hardshipPerKilometre: 5, unplaced: 100_000 },
  ladder: { township: 3, county: 15, city: 40, province: 150, nation: 800 },
  draw: { source: '双色球', on: dayFromNow(3) },
})
