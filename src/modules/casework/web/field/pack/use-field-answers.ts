import { useEffect } from 'react'
import { z } from 'zod'
import { keepActions } from '../../../../../ui/api/keep-offline.ts'
import { answerOffline } from '../../../../../ui/api/offline-answers.ts'
import { field, wipePack } from '../../../../../ui/outbox/field-desk.ts'
import { keepItem } from '../../../../../ui/outbox/keep-item.ts'
import { askBeforeContact } from '../../../../../ui/outbox/sync.ts'
import { seeLease } from '../../../contract.ts'
import { packedAnswer } from './packed-answers.ts'

/** Without a network the desk answers from what was taken along; at each contact it looks whether it may keep it. */
export function useFieldAnswers(): void {
  useEffect(() => {
    answerOffline(answer)
    keepActions(keepItem)
    askBeforeContact(lookAfterLease)
  }, [])
}

async function answer(view: string, input: unknown): Promise<unknown> {
  const { pack } = field.get()
  if (!pack) return undefined
  return await packedAnswer(pack, view, input)
}

/** Revoked, the village is wiped; what was recorded stays until it is sent. Silence and a lost session change nothing. */
async function lookAfterLease(): Promise<void> {
  const { pack, accountId } = field.get()
  if (!pack || accountId === undefined) return
  const state = await stateOfLease(pack.leaseId).catch(() => undefined)
  if (state === 'revoked') await wipePack(accountId)
}

/** Asked quietly: no dialog opens where the session has ended. */
async function stateOfLease(leaseId: string): Promise<string | undefined> {
  const answer = await fetch(`/api/see/${seeLease.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-guidui-background': '1' },
    body: JSON.stringify({ leaseId }),
    signal: AbortSignal.timeout(10_000),
  })
  const said: unknown = await answer.json()
  return answer.ok ? z.object({ value: seeLease.output }).safeParse(said).data?.value.state : undefined
}
