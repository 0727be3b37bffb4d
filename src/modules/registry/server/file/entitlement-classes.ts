import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { repositoryPath } from '../../../../platform/config/repository-path.ts'
import { EntitlementClass } from '../../contract.ts'

const listed = z
  .object({ classes: z.array(EntitlementClass) })
  .parse(JSON.parse(readFileSync(repositoryPath('data', 'entitlement-classes.json'), 'utf8')))

const classes: ReadonlyMap<string, EntitlementClass> = new Map(listed.classes.map((one) => [one.code, one]))

/** The classes of data/entitlement-classes.json, in its order. */
export const entitlementClasses: readonly EntitlementClass[] = [...classes.values()]

export const findClass = (code: string): EntitlementClass | undefined => classes.get(code)
