import type { Issue, Problem } from '../api/problem.ts'
import type { Text } from './use-text.ts'

/** One plain sentence a problem: what is wrong and what to do. */
export function problemSentence(problem: Problem, text: Text): string {
  return problem.code === 'invalid-input'
    ? text('problem.invalid-input', { count: Math.max(1, problem.issues.length) })
    : text(`problem.${problem.code}`)
}

/** The same where something was asked for and nothing was filled in: then there is nothing to lose or to do twice. */
export function readingSentence(problem: Problem, text: Text): string {
  return problem.code === 'unreachable' ? text('problem.unreachable-reading') : problemSentence(problem, text)
}

/** What the rules of the house call by a code, here and on the server. */
const OWN_RULES = {
  missing: 'issue.missing',
  'too-short': 'issue.short',
  'too-long': 'issue.long',
  'control-character': 'issue.control',
  'not-a-day': 'issue.date',
} as const

const isOwnRule = (message: string): message is keyof typeof OWN_RULES => Object.hasOwn(OWN_RULES, message)

/** What stands beside a field. A message in Chinese comes from our own rules and is shown as it is. */
export function issueSentence(issue: Issue, text: Text): string {
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message
  if (isOwnRule(issue.message)) return text(OWN_RULES[issue.message])
  const number = Number(/-?\d+(?:\.\d+)?/.exec(issue.message.replace(/^[^<>]*[<>]=?/, ''))?.[0] ?? Number.NaN)
  if (issue.code === 'too_small') return limit(issue, number, text, 'small')
  if (issue.code === 'too_big') return limit(issue, number, text, 'big')
  if (issue.code === 'invalid_type')
    return /received (undefined|null|NaN)/.test(issue.message) ? text('issue.missing') : text('issue.wrong')
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return text('issue.choice')
  if (issue.code === 'invalid_format') return /date/i.test(issue.message) ? text('issue.date') : text('issue.format')
  return text('issue.wrong')
}

function limit(issue: Issue, number: number, text: Text, side: 'small' | 'big'): string {
  if (Number.isNaN(number)) return text('issue.wrong')
  const kind = /string/i.test(issue.message) ? 'letters' : /array|set/i.test(issue.message) ? 'choices' : 'amount'
  if (kind === 'letters') {
    if (side === 'small') return number === 1 ? text('issue.missing') : text('issue.tooShort', { count: number })
    return text('issue.tooLong', { count: number })
  }
  if (kind === 'choices') return text(side === 'small' ? 'issue.tooFew' : 'issue.tooMany', { count: number })
  return text(side === 'small' ? 'issue.tooSmall' : 'issue.tooBig', { count: number })
}
