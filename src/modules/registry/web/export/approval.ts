import type { Tone } from '../../../../ui/parts/Tag.tsx'
import { type Export, type ExportStatus, type FullColumn, WITHOUT_APPROVAL } from '../../contract.ts'

/** Why a second person must agree; the server decides, and counts the whole day. */
export function whyApproval(people: number, full: readonly FullColumn[]): 'full' | 'people' | undefined {
  if (full.length > 0) return 'full'
  return people > WITHOUT_APPROVAL ? 'people' : undefined
}

export type Side = 'toDecide' | 'mine' | 'all'

/** The lists that make sense to a reader, the most pressing first. */
export function sidesOf(grants: readonly string[]): Side[] {
  const decides = grants.includes('export.approve')
  const asks = grants.includes('person.export')
  return [...(decides ? (['toDecide'] as const) : []), ...(asks ? (['mine'] as const) : []), 'all']
}

export const filterOf = (side: Side): { status?: 'waiting'; mine?: true } =>
  side === 'toDecide' ? { status: 'waiting' } : side === 'mine' ? { mine: true } : {}

/** A workbook is being written: look again soon. */
export const lookAgain = ({ rows }: { rows: readonly Pick<Export, 'status'>[] }): number | false =>
  rows.some(({ status }) => status === 'queued') ? 1_500 : false

const TONES: Readonly<Record<ExportStatus, Tone>> = {
  waiting: 'amber',
  queued: 'slate',
  done: 'green',
  declined: 'red',
  failed: 'red',
  expired: 'plain',
}

export const toneOf = (status: ExportStatus): Tone => TONES[status]
