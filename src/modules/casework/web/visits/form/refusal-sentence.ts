import type { z } from 'zod'
import { day } from '../../../../../ui/text/format.ts'
import type { Text } from '../../../../../ui/text/use-text.ts'
import type { CorrectVisitRefusal } from '../../../contract.ts'
import type { formMessages } from './messages-form.ts'

type FormKey = (typeof formMessages)['keys'][number]

/** Why a visit or its correction was refused, and what to do. */
export function refusalSentence(refusal: z.infer<typeof CorrectVisitRefusal>, text: Text<FormKey>): string {
  switch (refusal.code) {
    case 'in-the-future':
      return text('casework.refusal.in-the-future', { day: dayOf(refusal.today) })
    case 'after-death':
      return text('casework.refusal.after-death', { day: dayOf(refusal.deceasedOn) })
    case 'person-not-found':
    case 'at-another-station':
    case 'before-birth':
    case 'photo-not-found':
    case 'already-corrected':
    case 'is-a-counter-record':
      return text(`casework.refusal.${refusal.code}`)
  }
}

/** A day of any year, said in full. */
const dayOf = (on: string): string => day(on, Number.NaN)
