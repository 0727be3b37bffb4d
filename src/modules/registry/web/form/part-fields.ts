import type { z } from 'zod'
import type { IdentityFields, KinFields, ServiceFields } from '../../contract.ts'

/** Parts of a file as a form holds them, before they are read. */
export type TypedService = z.input<typeof ServiceFields>
export type TypedIdentity = z.input<typeof IdentityFields>
export type TypedKin = z.input<typeof KinFields>

export interface PartProps<T> {
  value: T
  onChange: (value: T) => void
  /** The sentence for `enlistedOn` of this part. */
  errorAt: (field: string) => string | undefined
}

/** A member of which some fields may be left as they are. */
export type TypedKinChange = { [Field in keyof TypedKin]?: TypedKin[Field] | undefined }
