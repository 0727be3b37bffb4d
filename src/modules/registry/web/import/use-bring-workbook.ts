import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useStoredFile } from '../../../../ui/api/use-stored-file.ts'
import { startImport } from '../../contract.ts'
import { previewKey } from './use-preview.ts'

/** Sends a workbook, has it looked at, and goes to its page. A file that has arrived is not sent again. */
export function useBringWorkbook() {
  const go = useNavigate()
  const client = useQueryClient()
  const stored = useStoredFile()
  const look = useAction(startImport, {
    onDone: ({ importId, preview }) => {
      client.setQueryData(previewKey(importId), preview)
      void go(`/desk/imports/${importId}`)
    },
  })

  const bring = async (file: File, unitCode: string) => {
    look.reset()
    const fileId = await stored.store(file)
    if (fileId !== undefined) await look.send({ fileId, unitCode: unitCode as UnitCode })
  }
  return {
    sent: stored.sent,
    uploadRefusal: stored.refusal,
    problem: stored.problem ?? look.problem,
    refusal: look.refusal,
    isLooking: look.sending,
    isBusy: stored.sent !== undefined || look.sending,
    bring,
    stop: stored.stop,
    reset: () => {
      stored.reset()
      look.reset()
    },
  }
}
