import { createStore, type Store } from '../../../ui/state/store.ts'
import type { PersonFile } from '../../registry/contract.ts'
import type { Plan } from '../contract.ts'

/** A person as the form shows one: masked, with the station that their visits belong to. */
export interface SeenPerson {
  readonly id: string
  readonly unitCode: string
  readonly nameMasked: string
  readonly age: number
  readonly classes: readonly string[]
  readonly addressMasked: string | null
  readonly lastContactOn: string | null
}

/** Whether the form stands open, and for whom. One form for the whole desk. */
export const quickVisit: Store<{ open: boolean; person?: SeenPerson | undefined }> = createStore<{
  open: boolean
  person?: SeenPerson | undefined
}>({ open: false })

export const openQuickVisit = (person?: SeenPerson): void => quickVisit.set({ open: true, person })

export const closeQuickVisit = (): void => quickVisit.set({ open: false })

export const personOfPlan = ({ person, unitCode, lastContactOn }: Plan): SeenPerson => ({ ...person, unitCode, lastContactOn })

export const personOfFile = (file: PersonFile): SeenPerson => ({
  id: file.id,
  unitCode: file.unitCode,
  nameMasked: file.nameMasked,
  age: file.age,
  classes: file.identities.filter(({ toOn }) => toOn === null).map(({ classCode }) => classCode),
  addressMasked: file.addressMasked,
  lastContactOn: file.lastContactOn,
})
