import type { ViewContext } from '../../../platform/actions/context.ts'
import type { FieldIssue } from '../domain/field-issue.ts'

interface Place {
  readonly field: string
  readonly code: string | null | undefined
}

/** Places that do not exist today: never heard of, or abolished. Pseudo nodes (市辖区) are no place. */
export async function regionIssues({ tx, today }: Pick<ViewContext, 'tx' | 'today'>, places: readonly Place[]): Promise<FieldIssue[]> {
  const asked = places.flatMap(({ field, code }) => (code ? [{ field, code }] : []))
  if (asked.length === 0) return []
  const { rows } = await tx.query<{ code: string; is_valid: boolean }>(
    `select code, valid_from <= $2 and valid_to > $2 as is_valid from network.divisions where code = any($1) and not is_pseudo`,
    [asked.map(({ code }) => code), today],
  )
  return asked.flatMap(({ field, code }) => {
    const found = rows.find((row) => row.code === code)
    if (!found) return [{ field, code: 'unknown-region' }]
    return found.is_valid ? [] : [{ field, code: 'abolished-region' }]
  })
}
