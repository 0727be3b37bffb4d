import type { z } from 'zod'
import { useField, useOnline } from '../../../../../ui/outbox/use-field.ts'
import { type PackedPerson, seePack } from '../../../contract.ts'

/** Somebody of the village, as this device carries them; undefined where there is a network, or they were not taken along. */
export function usePackedPerson(personId: string): PackedPerson | undefined {
  const { pack } = useField()
  const isOnline = useOnline()
  if (isOnline) return undefined
  const packed = pack?.answers[seePack.name] as z.output<typeof seePack.output> | undefined
  return packed?.people.find(({ id }) => id === personId)
}
