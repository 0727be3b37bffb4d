import { useRef, useState } from 'react'
import type { FileId } from '../../kernel/id.ts'
import type { Problem } from './problem.ts'
import { type UploadOptions, type UploadRefusal, uploadFile } from './upload-file.ts'

interface Sending {
  /** Bytes that have left; none where nothing is under way. */
  sent?: number
  refusal?: UploadRefusal
  problem?: Problem
}

export interface StoredFile extends Sending {
  /** The id of the file once it is stored; `undefined` when something stood in the way, which is then told here. */
  store(file: File): Promise<FileId | undefined>
  stop(): void
  reset(): void
}

/**
 * A file that goes to the server before the action that reads it. One that has arrived is not sent again: another try of
 * the action must send the same, and a second copy would have another id.
 */
export function useStoredFile(options: Pick<UploadOptions, 'kind'> = {}): StoredFile {
  const [sending, setSending] = useState<Sending>({})
  const arrived = useRef<{ file: File; id: FileId }>(undefined)
  const stop = useRef<AbortController>(undefined)
  const store = async (file: File) => {
    if (arrived.current?.file === file) return arrived.current.id
    stop.current = new AbortController()
    setSending({ sent: 0 })
    const answer = await uploadFile(file, { ...options, onProgress: (sent) => setSending({ sent }), signal: stop.current.signal })
    setSending(answer.kind === 'refusal' ? { refusal: answer.refusal } : answer.kind === 'problem' ? { problem: answer.problem } : {})
    if (answer.kind !== 'value') return undefined
    arrived.current = { file, id: answer.value.id }
    return answer.value.id
  }
  return { ...sending, store, stop: () => stop.current?.abort(), reset: () => setSending({}) }
}

/** The state of an action that reads a stored file: on its way as long as the file is. */
export function withStored<A extends { sending: boolean; problem?: Problem | undefined }>(action: A, { sent, problem }: StoredFile): A {
  return { ...action, sending: action.sending || sent !== undefined, problem: problem ?? action.problem }
}
