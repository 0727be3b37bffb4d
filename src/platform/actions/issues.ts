import type { z } from 'zod'
import type { Issue } from './answer.ts'

/**
 * What a message has wrong, field by field. A schema's own message is a code (`not-a-day`) that the web words; it never
 * echoes what was typed.
 */
export const issuesOf = (error: z.ZodError): Issue[] =>
  error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: /^[a-z][a-z0-9-]*$/.test(issue.message) ? issue.message : issue.code,
    message: issue.message.slice(0, 200),
  }))
