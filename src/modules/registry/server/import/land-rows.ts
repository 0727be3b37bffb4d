import { type CodeRange, isWithin } from '../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../platform/actions/context.ts'
import { changedFields } from '../../domain/changed-fields.ts'
import { type FileState, isOpenFile } from '../../domain/file-state.ts'
import { claimCitizens, findCitizens } from '../file/claim-citizen.ts'
import { findFiles, type LoadedFile, lockFile } from '../file/load-file.ts'
import { emitStocks } from '../file/registry-facts.ts'
import { saveFile } from '../file/save-file.ts'
import { type FileColumns, fileColumns } from '../rows/file-columns.ts'
import { insertFiles } from '../rows/insert-files.ts'
import type { CheckedRow } from './check-row.ts'
import { fillFromRow } from './merge-row.ts'
import { type OpenedFile, type ReadyRow, sourceOf } from './ready-row.ts'
import { issueSentence } from './row-issue.ts'

export type RowResult = 'new' | 'filled' | 'unchanged' | 'wrong'

export interface RowOutcome {
  readonly rowNumber: number
  readonly result: RowResult
  /** What is wrong, or what was repaired; empty where there is nothing to say. */
  readonly reason: string
}

/** What landing needs: who imports, what they can see, and what the versions say of where it comes from. */
export interface LandingContext extends WritingContext {
  readonly range: CodeRange
  readonly source: string
}

export const REASON = '导入'
const ELSEWHERE = '这个身份证号已在其他地方建档，不能重复建档；人已迁来的，请在“转入”里申请'
const CLOSED = '这个人的档案已经关闭（注销或合并），没有改动'
const MEANWHILE = '这个人刚刚由别处建档，请把这一行再导入一次'

type Row = Pick<ReadyRow, 'rowNumber' | 'mended'>

const outcome = ({ rowNumber, mended }: Row, result: RowResult, said: readonly string[] = []): RowOutcome => ({
  rowNumber,
  result,
  reason: [...said, ...(result === 'wrong' ? [] : mended)].join('；'),
})

const wrong = (row: Row, ...said: string[]): RowOutcome => outcome(row, 'wrong', said)

/** What a row is going to do: open a file, fill one, or nothing for a reason. */
export type Judged =
  | { readonly row: Row; readonly does: 'open'; readonly index: Buffer; readonly file: OpenedFile }
  | { readonly row: ReadyRow; readonly does: 'fill'; readonly personId: string }
  | { readonly row: Row; readonly does: 'nothing'; readonly because: RowOutcome }

/** Judges rows of different citizens, by what is registered at this moment. Of a twin outside the range nothing is said. */
export async function judgeRows(context: LandingContext, rows: readonly ReadyRow[]): Promise<Judged[]> {
  const twins = await findCitizens(
    context,
    rows.map(({ index }) => index),
  )
  return rows.map((row, at): Judged => {
    const [{ index }, twin] = [row, twins[at]]
    const nothing = (because: RowOutcome): Judged => ({ row, does: 'nothing', because })
    if (row.wrong.length > 0 || !index) return nothing(wrong(row, ...row.wrong))
    if (twin)
      return isWithin(twin.unitCode, context.range) ? { row, does: 'fill', personId: twin.personId } : nothing(wrong(row, ELSEWHERE))
    const fresh = row.fresh()
    return 'file' in fresh ? { row, does: 'open', index, file: fresh.file } : nothing(wrong(row, ...fresh.wrong))
  })
}

/** A citizen who stands in several rows is taken row by row, in their order: the second row finds the file of the first. */
function wavesOf(rows: readonly ReadyRow[]): ReadyRow[][] {
  const [waves, times]: [ReadyRow[][], Map<string, number>] = [[], new Map()]
  for (const row of rows) {
    const citizen = row.index?.toString('latin1')
    const wave = citizen === undefined ? 0 : (times.get(citizen) ?? 0)
    if (citizen !== undefined) times.set(citizen, wave + 1)
    const same = waves[wave] ?? []
    waves[wave] = same
    same.push(row)
  }
  return waves
}

/**
 * Takes rows in, as one transaction's work. Facts are written or go to the context; every row has its outcome.
 *
 * @param columns of the files that a thread has sealed for these rows
 */
export async function landRows(context: LandingContext, rows: readonly ReadyRow[], columns?: FileColumns): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for (const wave of wavesOf(rows)) {
    const judged = await judgeRows(context, wave)
    outcomes.push(...judged.flatMap((one) => (one.does === 'nothing' ? [one.because] : [])))
    outcomes.push(...(await openFiles(context, judged, columns)))
    outcomes.push(...(await fillFiles(context, judged)))
  }
  return outcomes.toSorted((a, b) => a.rowNumber - b.rowNumber)
}

async function openFiles(context: LandingContext, judged: readonly Judged[], columns: FileColumns | undefined): Promise<RowOutcome[]> {
  const opening = judged.flatMap((one) => (one.does === 'open' ? [one] : []))
  const claims = opening.map(({ index, file }) => ({ index, unitCode: file.unitCode, personId: file.id }))
  const taken = claims.length > 0 ? await claimCitizens(context, claims) : new Set<string>()
  const free = opening.flatMap(({ file }) => (taken.has(file.id) ? [] : [file]))
  if (columns) await insertFiles(context, { columns, files: free.filter(({ sealed }) => sealed === undefined) }, REASON)
  const own = free.flatMap(({ sealed }) => (sealed ? [sealed] : []))
  await insertFiles(context, { columns: fileColumns(own, context.today), files: own }, REASON)
  return opening.map(({ file, row }) => (taken.has(file.id) ? wrong(row, MEANWHILE) : outcome(row, 'new')))
}

async function fillFiles(context: LandingContext, judged: readonly Judged[]): Promise<RowOutcome[]> {
  const filling = judged.flatMap((one) => (one.does === 'fill' ? [one] : []))
  if (filling.length === 0) return []
  const files = await findFiles(
    context,
    filling.map(({ personId }) => personId),
  )
  const outcomes: RowOutcome[] = []
  for (const { row, personId } of filling) outcomes.push(await fillFile(context, row.checked(), files.get(personId)))
  return outcomes
}

/** Looked at without a lock first: of a workbook that was imported before, nearly every row changes nothing. */
async function fillFile(context: LandingContext, row: CheckedRow, seen: LoadedFile | undefined): Promise<RowOutcome> {
  if (!seen || !isOpenFile(seen.state.person)) return wrong(row.typed, CLOSED)
  const first = changeOf(context, row, seen)
  if ('because' in first) return first.because
  const { tx, secrets } = context
  const file = await lockFile({ tx, secrets, unitCode: seen.unitCode }, seen.id)
  if (!file || !isOpenFile(file.state.person)) return wrong(row.typed, CLOSED)
  const change = changeOf(context, row, file)
  if ('because' in change) return change.because
  const { unitCode } = file
  emitStocks(context, file.id, { before: { unitCode, state: file.state }, after: { unitCode, state: change.after } })
  await saveFile(context, file, { after: change.after, why: { reason: REASON, source: sourceOf(context, row) } })
  return outcome(row.typed, 'filled')
}

type Change = { readonly because: RowOutcome } | { readonly after: FileState }

function changeOf(context: LandingContext, row: CheckedRow, file: LoadedFile): Change {
  const merged = fillFromRow(file.state, row, context.today)
  if ('issues' in merged) return { because: wrong(row.typed, ...merged.issues.map(issueSentence)) }
  const fields = changedFields(file.state, merged.state)
  return fields.length === 0 ? { because: outcome(row.typed, 'unchanged') } : { after: merged.state }
}
