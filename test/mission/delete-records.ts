import { type Dice, diceOf } from '../../demo/dice.ts'
import { isAsked, type MissionFigure } from './figures.ts'
import { type Office, readAsked } from './office.ts'
import { plainOf, UNMOVED } from './plain-figures.ts'
import { listRecords, type PlainRecord } from './plain-records.ts'

export interface Deletions {
  readonly deleted: number
  /** How often any figure moved: nought would mean that nothing was shown. */
  readonly moved: number
  /** Deletions that moved no figure, as those of other half-years. */
  readonly still: number
  readonly figures: number
  readonly kinds: ReadonlySet<string>
  /** A sentence for each figure that is other than the records left say. */
  readonly wrong: readonly string[]
}

interface Deleting {
  readonly office: Office
  readonly figures: readonly MissionFigure[]
  /** The place whose records go. */
  readonly place: string
  readonly count: number
  readonly seed: string
}

/** Kinds alike, whatever their number: else nearly all of them would be merchants. */
function pickRecord(dice: Dice, records: readonly PlainRecord[]): PlainRecord {
  const kind = dice.pick([...new Set(records.map((record) => record.kind))].toSorted())
  return dice.pick(records.filter((record) => record.kind === kind))
}

/** As close as a quotient read over HTTP is; where nothing is left to say, neither says anything. */
const isSame = (one: number | null, other: number): boolean => (one === null ? Number.isNaN(other) : Math.abs(one - other) < 1e-9)

/**
 * Takes records back one after the other through the platform's own correction. After each, every figure is read again
 * and held against plain loops over the records that are left: so exactly those change that depend on the record, and by
 * exactly what it said.
 */
export async function deleteRecords({ office, figures, place, count, seed }: Deleting): Promise<Deletions> {
  const dice = diceOf('mission', seed)
  const asked = figures.filter(isAsked).filter((figure) => plainOf(figure) !== undefined || UNMOVED.has(figure.code))
  const state = { records: await listRecords(office, place), values: await readAsked(office, asked) }
  const done = { deleted: 0, moved: 0, still: 0, kinds: new Set<string>(), wrong: [] as string[] }
  const [first, atFirst] = [state.values, state.records]
  const hold = (after: string): void => {
    for (const [at, figure] of asked.entries()) {
      const plain = plainOf(figure)?.(state.records, figure, atFirst) ?? first[at] ?? Number.NaN
      const said = state.values[at] ?? null
      if (!isSame(said, plain)) done.wrong.push(`${figure.seed} ${figure.zh} is ${said}, its records say ${plain}, ${after}`)
    }
  }
  hold('before anything')
  while (done.deleted < count && state.records.length > 0) {
    const record = pickRecord(dice, state.records)
    await office.run('work.correct', { recordId: record.id, reason: '登记有误，撤回' })
    const before = state.values
    state.records = state.records.filter(({ id }) => id !== record.id)
    state.values = await readAsked(office, asked)
    const moved = state.values.filter((value, at) => value !== before[at]).length
    done.deleted += 1
    done.moved += moved
    done.still += moved === 0 ? 1 : 0
    done.kinds.add(record.kind)
    hold(`after ${record.kind} of ${record.on} at ${record.unitCode}`)
  }
  return { ...done, figures: asked.length }
}
