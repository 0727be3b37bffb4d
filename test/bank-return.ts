import type { ReturnRefusal, ReturnSeen } from '../src/modules/ledger/contract.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import type { Ground } from '../src/platform/actions/run-action.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { type FileStore, recordFile } from '../src/platform/files/index.ts'
import { act, look, runJob } from './ledger-office.ts'
import { value } from './world.ts'

export type FilesGround = Ground & { readonly files: FileStore }

/** Stores what a bank sent, as its upload does. @returns the id of the file */
export async function storeReturn(on: FilesGround, who: Actor, content: string): Promise<string> {
  const bytes = await on.files.take(piecesOf(content))
  if (!bytes.ok) throw new Error(bytes.refusal.code)
  const file = { unitCode: who.unitCode, kind: 'bankReturn', ownerId: who.accountId, name: '回单.csv', now: on.clock.now() } as const
  const scope = { ...who.scope, accountId: who.accountId }
  return await withScope(on.pool, scope, 'write', (tx) => recordFile(tx, { ...file, bytes: bytes.value }))
}

/** In pieces that end anywhere, as they come over the line: in the middle of a row, and of a character. */
async function* piecesOf(content: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content, 'utf8')
  for (let at = 0; at < bytes.length; at += 65_521) yield bytes.subarray(at, at + 65_521)
}

/** Has a stored return file read, as the queue would. */
export const readReturn = (on: FilesGround, who: Actor, { returnId, batchId }: { returnId: string; batchId: string }): Promise<void> =>
  runJob(on, who, { returnId, batchId }, 'ledger.bankReturn')

export type TakenReturn = Pick<ReturnSeen, 'paid' | 'returned' | 'repeated'> & { readonly isReconciled: boolean }

/** Brings a return file, has it read, and gives what came of it: what it settled, or why nothing of it was taken. */
export async function takeReturn(
  on: FilesGround,
  who: Actor,
  { batchId, content }: { batchId: string; content: string },
): Promise<
  Answer | { readonly kind: 'refusal'; readonly refusal: ReturnRefusal } | { readonly kind: 'value'; readonly value: TakenReturn }
> {
  const fileId = await storeReturn(on, who, content)
  const asked = await act(on, who, { name: 'batch.takeReturn', input: { batchId, fileId } })
  if (asked.kind !== 'value') return asked
  const { returnId } = value<{ returnId: string }>(asked)
  await readReturn(on, who, { returnId, batchId })
  const seen = value<{ state: string; returns: ReturnSeen[] }>(await look(on, who, { name: 'batch.get', input: { batchId } }))
  const its = seen.returns.find(({ id }) => id === returnId)
  if (!its) throw new Error('the return file is not on the page of its batch')
  if (its.refusal) return { kind: 'refusal', refusal: its.refusal }
  if (its.state !== 'taken') throw new Error(`the return file is ${its.state}`)
  const { paid, returned, repeated } = its
  return { kind: 'value', value: { paid, returned, repeated, isReconciled: seen.state === 'reconciled' } }
}
