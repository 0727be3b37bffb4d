import { z } from 'zod'
import { FileId } from '../../kernel/id.ts'
import { reportConnection } from './connection.ts'
import { inPagesName } from './page-account.ts'
import { type Answer, readAnswer } from './read-answer.ts'
import { untilSignedIn } from './sign-in-gate.ts'

/** The most that the server takes: 100 MB. */
export const UPLOAD_LIMIT = 100 * 1_048_576

export const UploadedFile = z.object({ id: FileId, name: z.string(), size: z.number() })
export type UploadedFile = z.infer<typeof UploadedFile>

/** `interrupted`: it was called off here. */
export type UploadRefusal = { code: 'file-too-large' | 'empty-file' | 'disk-full' | 'interrupted' }
export type UploadAnswer = Answer<UploadedFile, UploadRefusal>

export interface UploadOptions {
  /** What it is; of itself a list of people or of amounts. */
  kind?: 'import' | 'bankReturn'
  /** Bytes that have left, as they leave. */
  onProgress?: (sent: number) => void
  signal?: AbortSignal
}

/** Sends one file to the encrypted store. Without a sign-in it waits for one and sends again; a stored file that nobody uses expires. */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<UploadAnswer> {
  for (;;) {
    const { status, body } = await send(file, options)
    reportConnection({ lost: status === 0 && !options.signal?.aborted })
    if (options.signal?.aborted) return { kind: 'refusal', refusal: { code: 'interrupted' } }
    const answer = status === 0 ? unreachable : readUpload(status, body)
    const isUnknown = answer.kind === 'problem' && answer.problem.code === 'not-signed-in'
    if (!isUnknown || (await untilSignedIn()) === 'given-up') return answer
  }
}

const unreachable: UploadAnswer = { kind: 'problem', problem: { code: 'unreachable' } }

/** Reads what `POST /api/files`, or a proxy before it, answered. */
export function readUpload(status: number, body: unknown): UploadAnswer {
  if (status === 413) return { kind: 'refusal', refusal: { code: 'file-too-large' } }
  if (status === 507) return { kind: 'refusal', refusal: { code: 'disk-full' } }
  if (status === 408) return unreachable
  const answer = readAnswer(status, body)
  if (answer.kind === 'problem') return answer
  if (answer.kind === 'refusal' && answer.refusal.code === 'empty-file') return { kind: 'refusal', refusal: { code: 'empty-file' } }
  const file = answer.kind === 'value' ? UploadedFile.safeParse(answer.value) : undefined
  return file?.success ? { kind: 'value', value: file.data } : { kind: 'problem', problem: { code: 'unreadable' } }
}

interface Reached {
  /** 0 where nothing came back. */
  status: number
  body: unknown
}

/** XMLHttpRequest, since fetch does not tell how far a body has come. */
function send(file: File, { kind = 'import', onProgress, signal }: UploadOptions): Promise<Reached> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.open('POST', `/api/files?kind=${kind}`)
    for (const [name, value] of Object.entries({ 'x-guidui-upload': '1', ...inPagesName() })) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => onProgress?.(Math.min(loaded, file.size))
    request.onloadend = () => resolve({ status: request.status, body: jsonIn(request.responseText) })
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
