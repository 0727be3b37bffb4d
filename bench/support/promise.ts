/** What a bench has to say: a ratio measured in one run, against what was promised (docs of each file name the promise). */
export interface Promised {
  readonly name: string
  /** Medians, in the same unit. */
  readonly ours: number
  readonly peer: number
  readonly unit: string
  /** What is compared: `ours / peer` or `peer / ours`, so that the sentence of the promise reads naturally. */
  readonly ratio: number
  readonly promise: { readonly kind: 'at least' | 'at most'; readonly bound: number }
}

export const isKept = ({ ratio, promise }: Promised): boolean =>
  promise.kind === 'at least' ? ratio >= promise.bound : ratio <= promise.bound

const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))

/** `name  ours  peer  ratio  promise  kept|missed` */
export function print(promised: Promised): void {
  const { name, ours, peer, unit, ratio, promise } = promised
  const verdict = isKept(promised) ? 'kept' : 'missed'
  process.stdout.write(
    `${name}  ours ${short(ours)} ${unit}  peer ${short(peer)} ${unit}  ratio ${short(ratio)}  promise ${promise.kind} ${promise.bound}  ${verdict}\n`,
  )
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The value below which the given share of values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Seconds that a piece of work takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - begun) / 1e9
}

/** What rounds of one size came to, by their medians, against a bound that is not to be passed. */
export function printAtMost(name: string, rounds: readonly { readonly ours: number; readonly peer: number }[], bound: number): void {
  const [ours, peer] = [median(rounds.map((one) => one.ours)), median(rounds.map((one) => one.peer))]
  print({ name, ours, peer, unit: 's', ratio: ours / peer, promise: { kind: 'at most', bound } })
}
