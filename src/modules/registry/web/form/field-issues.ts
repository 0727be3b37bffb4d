import type { FieldIssue } from '../../contract.ts'
import { isRegistryKey, type RegistryText } from '../messages.ts'

/** What zod says of one fault, as far as it matters here. */
export interface ParseIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly code?: string | undefined
}

/**
 * A field as the server names it: `person.phone`, `changes.phone` and `phone` are one; `kin.0.name` keeps its place in the
 * list, `kin.name` of a single member is `name`.
 */
export const fieldName = (path: string): string => path.replace(/^(?:person|changes|identity)\.(?=.)|^kin\.(?=\D)/, '')

/** What the contract finds before anything is sent, in the shape in which the server says it. */
export function issuesOfParse(issues: readonly ParseIssue[]): FieldIssue[] {
  return issues.map(({ path, message, code }) => ({ field: path.map(String).join('.'), code: codeOf(message, code) }))
}

function codeOf(message: string, code: string | undefined): string {
  if (isRegistryKey(`registry.issue.${message}`)) return message
  return code === 'invalid_type' && /undefined|null/.test(message) ? 'missing' : 'wrong'
}

/** The first fault of a field. */
export const issueAt = (issues: readonly FieldIssue[], path: string): FieldIssue | undefined =>
  issues.find(({ field }) => fieldName(field) === fieldName(path))

/** What stands beside the field. The same code may have its own sentence for one field. */
export function issueWords({ field, code, params }: FieldIssue, text: RegistryText): string {
  const own = `registry.issue.${field.split('.').at(-1)}.${code}`
  const general = `registry.issue.${code}`
  if (isRegistryKey(own)) return text(own, params)
  return isRegistryKey(general) ? text(general, params) : text('registry.issue.wrong')
}
