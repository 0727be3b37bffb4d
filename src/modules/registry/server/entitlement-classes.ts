import { z } from 'zod'
import listed from '../../../../data/entitlement-classes.json' with { type: 'json' }
import { EntitlementClass } from '../contract.ts'

const classes: ReadonlyMap<string, EntitlementClass> = new Map(
  z
    .array(EntitlementClass)
    .parse(listed.classes)
    .map((one) => [one.code, one]),
)

/** The classes of data/entitlement-classes.json, in its order. */
export const entitlementClasses: readonly EntitlementClass[] = [...classes.values()]

export const findClass = (code: string): EntitlementClass | undefined => classes.get(code)
