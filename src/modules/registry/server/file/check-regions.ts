import type { ViewContext } from '../../../../platform/actions/context.ts'
import { findDivision } from '../../../network/index.ts'
import type { FieldIssue } from '../../domain/field-issue.ts'

interface Place {
  readonly field: string
  readonly code: string | null | undefined
}

/** What is wrong with a code today: never heard of, or abolished. A pseudo node (市辖区) is no place. */
async function wrongWith({ tx, today }: Pick<ViewContext, 'tx' | 'today'>, code: string): Promise<string | undefined> {
  const division = await findDivision(tx, code)
  if (!division) return 'unknown-region'
  const { validFrom, validTo } = division
  const isValid = (validFrom === undefined || validFrom <= today) && (validTo === undefined || validTo > today)
  return isValid ? undefined : 'abolished-region'
}

/** Places that do not exist today, field by field; a code named twice is asked for once. */
export async function regionIssues(context: Pick<ViewContext, 'tx' | 'today'>, places: readonly Place[]): Promise<FieldIssue[]> {
  const known = new Map<string, string | undefined>()
  const issues: FieldIssue[] = []
  for (const { field, code } of places) {
    if (!code) continue
    if (!known.has(code)) known.set(code, await wrongWith(context, code))
    const wrong = known.get(code)
    if (wrong) issues.push({ field, code: wrong })
  }
  return issues
}
