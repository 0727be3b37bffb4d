import type { Tone } from '../../../../ui/parts/Tag.tsx'
import type { Import, ImportStatus } from '../../contract.ts'

export const isUnderWay = ({ status }: Pick<Import, 'status'>): boolean => status === 'queued' || status === 'running'

/** A stopped import still writes its workbook with reasons. */
export const isWritingResult = (row: Pick<Import, 'status' | 'rowsRead' | 'resultFileId' | 'finishedAt'>, now: number): boolean =>
  row.status === 'cancelled' &&
  row.rowsRead > 0 &&
  row.resultFileId === null &&
  row.finishedAt !== null &&
  Math.abs(now - Date.parse(row.finishedAt)) < 60_000

/** How soon to look again, ms: each second while rows land. */
export const nextLook = (row: Import, now: number): number | false => (isUnderWay(row) || isWritingResult(row, now) ? 1_000 : false)

const TONES: Readonly<Record<ImportStatus, Tone>> = {
  checked: 'amber',
  queued: 'slate',
  running: 'slate',
  done: 'green',
  cancelled: 'plain',
  failed: 'red',
}

export const toneOf = (status: ImportStatus): Tone => TONES[status]
