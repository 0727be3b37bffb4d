/** What the server tells when records arrive: which kinds of facts, in which units. Never the content. */
export interface LiveFacts {
  kinds: string[]
  units: string[]
}

type Listener = (facts: LiveFacts) => void

const listeners = new Set<Listener>()
const everything: LiveFacts = { kinds: ['*'], units: [] }
let source: EventSource | undefined
let retry: ReturnType<typeof setTimeout> | undefined
let hasMissed = false

/** A line that took longer to open may have missed what came after the page had asked. */
const QUICK_MILLISECONDS = 300

/** Reads one event; a broken one counts as nothing. */
export function readFacts(data: string): LiveFacts | undefined {
  try {
    const facts: unknown = JSON.parse(data)
    if (typeof facts !== 'object' || facts === null || !('kinds' in facts) || !Array.isArray(facts.kinds)) return undefined
    const units = 'units' in facts && Array.isArray(facts.units) ? facts.units.map(String) : []
    return { kinds: facts.kinds.map(String), units }
  } catch {
    return undefined
  }
}

export const concerns = (facts: LiveFacts, kinds: readonly string[]): boolean =>
  facts.kinds.some((kind) => kind === '*' || kinds.includes(kind))

/** One line to the server for the whole page, open only while somebody listens and the page can be seen. */
export function listen(listener: Listener): () => void {
  listeners.add(listener)
  if (listeners.size === 1) document.addEventListener('visibilitychange', follow)
  follow()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', follow)
    close()
  }
}

function follow(): void {
  if (document.visibilityState === 'hidden') {
    hasMissed ||= source !== undefined
    close()
  } else if (!source) open()
}

function open(): void {
  if (typeof EventSource === 'undefined') return
  clearTimeout(retry)
  source = new EventSource('/api/live')
  const began = performance.now()
  source.addEventListener('open', () => {
    if (hasMissed || performance.now() - began > QUICK_MILLISECONDS) tell(everything)
    hasMissed = false
  })
  source.addEventListener('facts', (event) => {
    const facts = readFacts(String(event.data))
    if (facts) tell(facts)
  })
  source.addEventListener('error', () => {
    hasMissed = true
    if (source?.readyState !== EventSource.CLOSED) return
    close()
    retry = setTimeout(follow, 30_000)
  })
}

function close(): void {
  clearTimeout(retry)
  source?.close()
  source = undefined
}

function tell(facts: LiveFacts): void {
  for (const listener of listeners) listener(facts)
}
