import { uuidv7 } from 'uuidv7'
import { act } from '../../../../../ui/api/use-action.ts'
import { readFile } from '../../../../../ui/outbox/read-file.ts'
import { type BroughtIn, bringIn } from '../../../contract.ts'

/** What became of one part of the file. */
export type PartOutcome = { readonly part: number } & (
  | { readonly kind: 'value'; readonly value: BroughtIn }
  | { readonly kind: 'refusal'; readonly code: 'cut-short' | 'tampered' | 'not-readable' | 'being-sent' }
  | { readonly kind: 'problem'; readonly code: string }
)

/** How far a file has been brought in. */
export interface Bringing {
  readonly state: 'unknown' | 'busy' | 'done'
  readonly all: number
  /** Parts that are not in the file any more. */
  readonly missing: number
  readonly outcomes: readonly PartOutcome[]
}

/** A problem that every further part would meet as well. */
const ENDS = new Set(['not-found', 'not-permitted', 'unreachable', 'not-signed-in'])

/** Brings a file in, part by part in its order, so that a picture is there before its item; tells after each. */
export async function bringFile(text: string, tell: (bringing: Bringing) => void): Promise<void> {
  const file = readFile(text)
  if (file.kind === 'unknown') return tell({ state: 'unknown', all: 0, missing: 0, outcomes: [] })
  const { head, missing } = file
  const outcomes: PartOutcome[] = []
  const all = file.parts.length
  for (const { part, size, sealed } of file.parts) {
    tell({ state: 'busy', all, missing, outcomes: [...outcomes] })
    const input = { leaseId: head.leaseId, fileId: head.fileId, parts: head.parts, part, size, sealed }
    const answer = await act(bringIn, input, uuidv7())
    if (answer.kind === 'value') outcomes.push({ part, kind: 'value', value: answer.value })
    else if (answer.kind === 'refusal') outcomes.push({ part, kind: 'refusal', code: answer.refusal.code })
    else outcomes.push({ part, kind: 'problem', code: answer.problem.code })
    if (answer.kind === 'problem' && ENDS.has(answer.problem.code)) break
  }
  tell({ state: 'done', all, missing, outcomes })
}
