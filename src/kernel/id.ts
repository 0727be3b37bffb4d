import { z } from 'zod'

/** Makes an id type that is not interchangeable with another one: a `PersonId` is no `AccountId`. */
const id = <B extends string>() => z.uuid().brand<B>()

export const PersonId = id<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const AccountId = id<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

export const HouseholdId = id<'HouseholdId'>()
export type HouseholdId = z.infer<typeof HouseholdId>

export const VisitId = id<'VisitId'>()
export type VisitId = z.infer<typeof VisitId>

export const FileId = id<'FileId'>()
export type FileId = z.infer<typeof FileId>

/** The id that a client gives an action before it sends it (UUIDv7): the same id again is the same action again. */
export const ActionId = id<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>
