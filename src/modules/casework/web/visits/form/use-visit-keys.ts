import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { toggled } from '../../../../../ui/fields/Chips.tsx'
import { useDigitKeys } from '../../../../../ui/fields/use-digit-keys.ts'
import { DELIVERIES } from '../../../domain/codes.ts'
import type { VisitDraft } from './visit-draft.ts'

/** The digit after those of the six deliveries. */
export const NOTE_KEY = DELIVERIES.length + 1

/** Keys outside text fields: 1 to 6 tick the deliveries, 7 goes to the note. `fields` stands around the fields. */
export function useVisitKeys(
  draft: VisitDraft,
  set: (change: Partial<VisitDraft>) => void,
): { fields: RefObject<HTMLDivElement | null>; press: (event: KeyboardEvent) => void } {
  const fields = useRef<HTMLDivElement>(null)
  const press = useDigitKeys((digit) => {
    const delivery = DELIVERIES[digit - 1]
    if (delivery) set({ deliveries: toggled(draft.deliveries, delivery) })
    else if (digit === NOTE_KEY) fields.current?.querySelector('textarea')?.focus()
  })
  return { fields, press }
}
