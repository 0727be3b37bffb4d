import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { keyAfter } from '../../../../../ui/api/action-key.ts'
import { countSending } from '../../../../../ui/api/connection.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { act } from '../../../../../ui/api/use-action.ts'
import { openBox } from '../../../../../ui/outbox/field-desk.ts'
import { type RecordVisitRefusal, recordVisit, type VisitFields, type VisitReceipt } from '../../../contract.ts'
import { keepVisit } from '../../field/items/keep-visit.ts'
import type { VisitDraft } from '../form/visit-draft.ts'

interface SaveState {
  /** This device could not write it down: nothing was saved. */
  notKept?: boolean
  sending: boolean
  refusal?: RecordVisitRefusal
  problem?: Problem
}

/** Sends a visit under the key of its draft; `onKey` tells the draft its next key where the last one is used up. */
export function useVisitSave(given: {
  onKey: (key: string) => void
  onDone: (receipt: z.infer<typeof VisitReceipt>) => void
  /** It is on the disk of this device, and goes out by itself. */
  onKept: (id: string) => void
}) {
  const [state, setState] = useState<SaveState>({ sending: false })
  const isSending = useRef(false)
  const client = useQueryClient()
  const save = async (message: z.input<typeof VisitFields>, draft: VisitDraft): Promise<void> => {
    const { key } = draft
    if (isSending.current) return
    isSending.current = true
    setState({ sending: true })
    const box = openBox()
    if (box) {
      const isKept = await keepVisit(box, message, draft).finally(() => {
        isSending.current = false
      })
      setState({ sending: false, notKept: !isKept })
      if (isKept) given.onKept(key)
      return
    }
    countSending(1)
    const answer = await act(recordVisit, message, key).finally(() => {
      isSending.current = false
      countSending(-1)
    })
    setState({
      sending: false,
      ...(answer.kind === 'refusal' ? { refusal: answer.refusal } : {}),
      ...(answer.kind === 'problem' ? { problem: answer.problem } : {}),
    })
    if (answer.kind === 'value') {
      void client.invalidateQueries({ queryKey: ['see'] })
      given.onDone(answer.value)
    } else given.onKey(keyAfter(key, answer))
  }
  return { ...state, save }
}
