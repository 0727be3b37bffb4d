import type { DemoPerson } from '../../../ui/personal/personal-session.ts'
import { createStore } from '../../../ui/state/store.ts'

/** The made-up person who was pressed, so that the next page can fill in their slip of paper. */
export const chosenDemo = createStore<DemoPerson | undefined>(undefined)
