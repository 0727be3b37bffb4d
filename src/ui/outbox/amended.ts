import { useLocation } from 'react-router'
import { z } from 'zod'
import { openBox, refresh } from './field-desk.ts'

const Amended = z.object({ amended: z.object({ replaces: z.uuid(), body: z.record(z.string(), z.unknown()) }) })

/** An item of this device that a form opens again, to be changed and sent in its place; undefined on an ordinary visit of the page. */
export function useAmended(): z.infer<typeof Amended>['amended'] | undefined {
  const { state } = useLocation()
  return Amended.safeParse(state).data?.amended
}

/** Another action stands in the place of an item: it was sent, and nobody need see to this one. */
export async function markReplaced(itemId: string, by: string): Promise<void> {
  await openBox()?.mark(itemId, 'replaced', { by })
  await refresh()
}
