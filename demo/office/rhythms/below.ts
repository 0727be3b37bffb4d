import { nth, type Rhythm, some } from './rhythm.ts'

const TOPICS = ['走访排查和“三个一”落实', '年度确认进度', '老兵驿站值班安排', '应急力量编组', '帮扶台账更新'] as const

const township = (kind: string, every: number, values: Rhythm['values']): Rhythm => ({ kind, tier: 'township', every, values })
const village = (kind: string, every: number, values: Rhythm['values']): Rhythm => ({ kind, tier: 'village', every, values })

/** What townships and stations do. */
export const RHYTHMS_BELOW: readonly Rhythm[] = [
  township('meeting', 3, (dice, at) => ({ type: 'work', title: `研究${nth(TOPICS, at)}`, people: some(dice, 6, 18) })),
  township('riskCheck', 3, (dice) => {
    const found = dice.between(1, 5)
    return { found: String(found), settled: String(Math.max(0, found - dice.below(2))), guided: some(dice, 0, 3) }
  }),
  township('patrol', 6, (dice) => ({ sites: some(dice, 1, 4), defects: some(dice, 0, 2), repaired: some(dice, 0, 1) })),
  township('volunteerActivity', 4, (dice, at) => ({
    type: nth(['environment', 'exam', 'safety', 'care'], at),
    people: some(dice, 12, 46),
    hours: some(dice, 3, 8),
  })),
  township('defenceEducation', 8, (dice, at) => ({ type: nth(['campus', 'community'], at), people: some(dice, 60, 320) })),
  township('meritNews', 9, (dice, at) => ({
    merit: nth(['third', 'excellent', 'second'], at),
    deliverer: 'township',
    times: '1',
    bonus: String(dice.between(5, 15) * 10_000),
  })),
  village('volunteerActivity', 5, (dice, at) => ({
    type: nth(['care', 'environment', 'memorial', 'frost'], at),
    people: some(dice, 6, 24),
    hours: some(dice, 2, 5),
  })),
  village('push', 4, (dice, at) => ({ channel: 'group', topic: nth(['jobs', 'policy', 'honour'], at), times: some(dice, 1, 6) })),
  village('tenMoment', 6, (dice, at) => ({ moment: nth(['八一建军节', '春节', '生日', '生病住院'], at), people: some(dice, 3, 22) })),
  village('instructorOnline', 7, (dice, at) => ({ way: nth(['room', 'online'], at), people: some(dice, 2, 9) })),
  village('study', 8, (dice) => ({ title: '学习《退役军人保障法》', people: some(dice, 5, 16), hours: '2' })),
]
