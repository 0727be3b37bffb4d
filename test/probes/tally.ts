export type FailureKind = 'leak' | 'wrong denial' | 'wrong answer'

export interface Failure {
  readonly kind: FailureKind
  readonly route: string
  readonly what: string
}

/** What a run has counted. */
export interface Tally {
  readonly probe: (route: string) => void
  readonly fail: (failure: Failure) => void
  /** A call that was denied, and whether the same call by somebody who may has succeeded. */
  readonly denied: (paired: boolean) => void
  /** A channel besides the answers of the routes. */
  readonly channel: (name: string) => void
  readonly hasLeak: () => boolean
  readonly sum: () => Sum
}

export interface Sum {
  readonly probes: number
  readonly sqlProbes: number
  readonly leaks: number
  readonly wrongDenials: number
  readonly wrongAnswers: number
  readonly denials: number
  readonly paired: number
  readonly perRoute: ReadonlyMap<string, number>
  readonly channels: ReadonlyMap<string, number>
  readonly failures: readonly Failure[]
}

export const SQL = 'sql'

export function openTally(): Tally {
  const perRoute = new Map<string, number>()
  const channels = new Map<string, number>()
  const failures: Failure[] = []
  let [denials, paired] = [0, 0]
  const count = (kind: FailureKind): number => failures.filter((one) => one.kind === kind).length
  const raise = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    probe: (route) => raise(perRoute, route),
    fail: (failure) => void failures.push(failure),
    denied: (isPaired) => {
      denials += 1
      if (isPaired) paired += 1
    },
    channel: (name) => raise(channels, name),
    hasLeak: () => failures.some(({ kind }) => kind === 'leak'),
    sum: () => {
      const sqlProbes = [...perRoute].filter(([route]) => route.startsWith(SQL)).reduce((total, [, n]) => total + n, 0)
      const all = [...perRoute.values()].reduce((total, n) => total + n, 0)
      return {
        probes: all - sqlProbes,
        sqlProbes,
        leaks: count('leak'),
        wrongDenials: count('wrong denial'),
        wrongAnswers: count('wrong answer'),
        denials,
        paired,
        perRoute,
        channels,
        failures,
      }
    },
  }
}
