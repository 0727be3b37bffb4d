import { createStore, type Store } from '../../../../../ui/state/store.ts'
import type { PersonFile } from '../../../../registry/contract.ts'
import type { Plan } from '../../../contract.ts'
import type { SeenPerson } from '../../people/seen-person.ts'
import type { VisitDraft } from '../form/visit-draft.ts'

interface AskedVisit {
  readonly open: boolean
  readonly person?: SeenPerson | undefined
  /** A visit that is written already and is to be changed. */
  readonly draft?: VisitDraft
}

/** Whether the form stands open, and for whom. One form for the whole desk. */
export const quickVisit: Store<AskedVisit> = createStore<AskedVisit>({ open: false })

export const openQuickVisit = (person?: SeenPerson): void => quickVisit.set({ open: true, person })

export const openWrittenVisit = (draft: VisitDraft): void => quickVisit.set({ open: true, draft })

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
