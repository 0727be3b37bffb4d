import type * as contract from '../../platform/personal/contract.ts'

/** A message as it lies on the wire: codes and ids are plain words here. */
type Plain<T> = T extends string ? string : T extends readonly (infer One)[] ? Plain<One>[] : T extends object ? PlainFields<T> : T
type PlainFields<T> = { [K in keyof T]: Plain<T[K]> }

/** A file that this phone number may open: its own, or of somebody who gave it authority. */
export type BoundFile = Plain<Omit<contract.BoundFile, 'as'>> & Pick<contract.BoundFile, 'as'>

/** Who has signed in by phone, and which file is open. */
export interface PersonalAccount {
  phoneMasked: string
  files: BoundFile[]
  personId: string | null
  endsAt: string
}

/** A made-up person of the demo region, said in words. */
export type DemoPerson = contract.DemoPerson

export interface PersonalSession {
  account: PersonalAccount | null
  demoPeople?: DemoPerson[]
  time: string
}

export interface AskedCode {
  waitSeconds: number
  validMinutes: number
  /** Shown only where demo data is loaded. */
  demoCode?: string
}

export interface PersonalRefusal {
  code: contract.PersonalRefusal['code']
  waitSeconds?: number
}

/** The file that is open; undefined where none is bound. */
export const openFileOf = ({ files, personId }: PersonalAccount): BoundFile | undefined => files.find((file) => file.personId === personId)
