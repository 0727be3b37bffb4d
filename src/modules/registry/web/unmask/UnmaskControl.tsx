import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { newActionKey } from '../../../../ui/api/action-key.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { act } from '../../../../ui/api/use-action.ts'
import { viewKey } from '../../../../ui/api/use-view.ts'
import { Unmask } from '../../../../ui/fields/Unmask.tsx'
import type { Uncovered } from '../../../../ui/fields/use-uncovered.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { getPerson, listTimeline, listUnmaskings, type MaskedField, UnmaskPurpose, unmaskPerson } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { type RegistryRefusal, refusalSentence } from '../refusal-sentence.ts'

export type Uncovering = z.output<typeof unmaskPerson.output>

interface UnmaskControlProps {
  personId: string
  fields: readonly MaskedField[]
  uncovered: Uncovered<Uncovering>
}

/** Asks for full data with a purpose; what comes covers itself after ten minutes. */
export function UnmaskControl({ personId, fields, uncovered }: UnmaskControlProps) {
  const text = useText(registryMessages)
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<RegistryRefusal>()
  const reasons = UnmaskPurpose.exclude(['other']).options.map((purpose) => ({ value: purpose, label: codeWord(text, 'purpose', purpose) }))

  const ask = async ({ value, words }: { value: string; words: string }): Promise<Problem | undefined> => {
    const purpose = UnmaskPurpose.safeParse(value).data ?? 'other'
    const reason = words === '' ? codeWord(text, 'purpose', purpose) : words
    const answer = await act(unmaskPerson, { personId, purpose, reason, fields: [...fields] }, newActionKey())
    if (answer.kind === 'problem') return answer.problem
    setRefusal(answer.kind === 'refusal' ? answer.refusal : undefined)
    if (answer.kind === 'value') {
      uncovered.uncover(answer.value)
      for (const { name } of [getPerson, listTimeline, listUnmaskings]) void client.invalidateQueries({ queryKey: viewKey(name) })
    }
    return undefined
  }
  return (
    <>
      <Unmask
        reasons={reasons}
        fields={fields.map((field) => text(`registry.field.${field}`))}
        minutesLeft={uncovered.minutesLeft}
        onAsk={ask}
        onCover={uncovered.cover}
      />
      {refusal && (
        <p className="red" role="alert">
          {refusalSentence(refusal, text)}
        </p>
      )}
    </>
  )
}
