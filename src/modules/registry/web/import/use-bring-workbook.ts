import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { type UploadRefusal, uploadFile } from '../../../../ui/api/upload-file.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { startImport } from '../../contract.ts'
import { previewKey } from './use-preview.ts'

interface Sending {
  /** Bytes that have left; none once the server is looking at the file. */
  sent?: number | undefined
  refusal?: UploadRefusal | undefined
  problem?: Problem | undefined
}

/** Sends a workbook, has it looked at, and goes to its page. A file that has arrived is not sent again. */
export function useBringWorkbook() {
  const go = useNavigate()
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending>({})
  const arrived = useRef<{ file: File; id: string }>(undefined)
  const stop = useRef<AbortController>(undefined)
  const look = useAction(startImport, {
    onDone: ({ importId, preview }) => {
      client.setQueryData(previewKey(importId), preview)
      void go(`/desk/imports/${importId}`)
    },
  })

  const upload = async (file: File) => {
    if (arrived.current?.file === file) return arrived.current.id
    stop.current = new AbortController()
    setSending({ sent: 0 })
    const answer = await uploadFile(file, { onProgress: (sent) => setSending({ sent }), signal: stop.current.signal })
    setSending(answer.kind === 'refusal' ? { refusal: answer.refusal } : answer.kind === 'problem' ? { problem: answer.problem } : {})
    if (answer.kind !== 'value') return undefined
    arrived.current = { file, id: answer.value.id }
    return answer.value.id
  }
  const bring = async (file: File, unitCode: string) => {
    look.reset()
    const fileId = await upload(file)
    if (fileId !== undefined) await look.send({ fileId: fileId, unitCode: unitCode as UnitCode })
  }
  return {
    sent: sending.sent,
    uploadRefusal: sending.refusal,
    problem: sending.problem ?? look.problem,
    refusal: look.refusal,
    isLooking: look.sending,
    isBusy: sending.sent !== undefined || look.sending,
    bring,
    stop: () => stop.current?.abort(),
    reset: () => {
      setSending({})
      look.reset()
    },
  }
}
