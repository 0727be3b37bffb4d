import type { Issue, Problem } from './problem.ts'

export type Answer<T, R> = { kind: 'value'; value: T } | { kind: 'refusal'; refusal: R } | { kind: 'problem'; problem: Problem }

export interface Coded {
  code: string
}

/** Reads an answer of `/api`. What it cannot read it calls unreadable and never guesses at. */
export function readAnswer(status: number, body: unknown): Answer<unknown, Coded> {
  if (isObject(body)) {
    if (status === 200 && 'value' in body) return { kind: 'value', value: body['value'] }
    const refusal = body['refusal']
    if (isCoded(refusal)) return { kind: 'refusal', refusal }
    const problem = body['problem']
    if (isCoded(problem)) return { kind: 'problem', problem: readProblem(problem) }
  }
  return { kind: 'problem', problem: byStatus(status) }
}

function readProblem(problem: Coded & { issues?: unknown; incident?: unknown }): Problem {
  switch (problem.code) {
    case 'invalid-input':
      return { code: 'invalid-input', issues: Array.isArray(problem.issues) ? problem.issues.flatMap(readIssue) : [] }
    case 'fault':
      return { code: 'fault', incident: String(problem.incident ?? '') }
    case 'not-signed-in':
    case 'not-permitted':
    case 'not-found':
    case 'still-running':
    case 'key-reused':
    case 'disk-full':
      return { code: problem.code }
    // The server is there and its database is coming back: for whoever asks, the same as no answer.
    case 'unavailable':
      return { code: 'unreachable' }
    default:
      return { code: 'unreadable' }
  }
}

function readIssue(issue: unknown): Issue[] {
  if (!isObject(issue)) return []
  const path = typeof issue['path'] === 'string' && issue['path'] !== '' ? issue['path'].split('.').map(stepOf) : []
  return [{ path, code: String(issue['code'] ?? ''), message: String(issue['message'] ?? '') }]
}

/** `visits.0.on` on the wire: a number is a place in a list. */
const stepOf = (step: string): string | number => (/^\d{1,6}$/.test(step) ? Number(step) : step)

/** A proxy in between answers without our body; its status still says something. */
function byStatus(status: number): Problem {
  if (status === 401) return { code: 'not-signed-in' }
  if (status === 403) return { code: 'not-permitted' }
  if (status === 404) return { code: 'not-found' }
  if (status === 502 || status === 503 || status === 504) return { code: 'unreachable' }
  return status >= 500 ? { code: 'fault', incident: '' } : { code: 'unreadable' }
}

const isObject = (thing: unknown): thing is Record<string, unknown> => typeof thing === 'object' && thing !== null
const isCoded = (thing: unknown): thing is Coded => isObject(thing) && typeof thing['code'] === 'string'
