import { sentenceOf } from '../../verifier/sentence.ts'
import { checkReceipt, locate, readReceipt, type Verdict, verifyRecord } from '../../verifier/verify.ts'

export interface Problem {
  readonly zh: string
  readonly en: string
  readonly where: { readonly line: number; readonly column: number; readonly byte: number } | undefined
}

/** What a check came to, in a form that a page can show. */
export interface Checked {
  readonly verdict: Verdict
  readonly problems: readonly Problem[]
  readonly seconds: number
  /** The post that the holder of the receipt has; null: none. Undefined: no receipt was given. */
  readonly own: string | null | undefined
}

/** Where the holder of a pseudonym ended, as a sound record says. */
function postOf(record: string, pseudonym: string): string | null {
  const { outcome, opening } = JSON.parse(record) as {
    outcome: { places: { candidate: string; post: string }[] }
    opening: { posts: { id: string; employer: string }[] }
  }
  const post = outcome.places.find(({ candidate }) => candidate === pseudonym)?.post
  return opening.posts.find(({ id }) => id === post)?.employer ?? null
}

/** Checks a record here and now: nothing is asked of anybody. */
export function checkRecord(
  record: string,
  { commitment, receipt }: { commitment?: string | undefined; receipt?: string | undefined },
): Checked {
  const began = performance.now()
  const held = receipt === undefined ? undefined : readReceipt(receipt)
  const published = { ...(commitment ? { commitment } : {}), ...(held ? { commitment: held.commitment, links: held.links } : {}) }
  const verdict = verifyRecord(record, published)
  const wrong = held ? checkReceipt(held) : undefined
  const findings = [...verdict.findings, ...(wrong ? [wrong] : [])]
  const problems = findings.map((finding) => ({
    ...sentenceOf(finding),
    where: locate(record, finding.code === 'text' && typeof finding.said === 'number' ? finding.said : finding.at),
  }))
  const own = held && verdict.ok && !wrong ? postOf(record, held.pseudonym) : undefined
  return { verdict, problems, seconds: (performance.now() - began) / 1000, own }
}

export const isReceipt = (text: string): boolean => readReceipt(text) !== undefined
