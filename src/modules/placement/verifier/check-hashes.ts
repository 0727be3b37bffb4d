import { type Finding, wrong } from './finding.ts'
import { type Json, spell } from './read-json.ts'
import { hashText, keyedHash } from './sha-256.ts'
import type { Told } from './told.ts'

type Found = Finding | undefined

export const tagged = (tag: string, value: unknown): string => hashText(`guidui/${tag}/1\n${spell(value as Json)}`)

function firstDifference(said: readonly string[], due: readonly string[]): number {
  const length = Math.max(said.length, due.length)
  for (let at = 0; at < length; at += 1) if (said[at] !== due[at]) return at
  return -1
}

/** Each part of the opening against its leaf: a changed part is named. */
export function checkLeaves({ opening, leaves }: Told): Found {
  const { rules, candidates, posts, distances, ...head } = opening
  const parts: [string, string, string][] = [
    ['opening', leaves.head, tagged('leaf', head)],
    ['opening.rules', leaves.rules, tagged('leaf', rules)],
    ['opening.distances', leaves.distances, tagged('leaf', distances)],
  ]
  const changed = parts.find(([, said, due]) => said !== due)
  if (changed) return wrong('leaf', changed[0], { said: changed[1], due: changed[2] })
  for (const [name, said, held] of [
    ['candidates', leaves.candidates, candidates],
    ['posts', leaves.posts, posts],
  ] as const) {
    const at = firstDifference(
      said,
      held.map((one) => tagged('leaf', one)),
    )
    if (at >= 0) return wrong('leaf', `opening.${name}[${at}]`)
  }
  return undefined
}

/** The commitment over the leaves, and the seed over its hash. */
export function checkCommitment({ opening, leaves, commitment, drawn }: Told): Found {
  const due = tagged('commitment', leaves)
  if (commitment !== due) return wrong('commitment', 'commitment', { said: commitment, due })
  const seed = tagged('seed', { seed: drawn.seed })
  return opening.seedHash === seed ? undefined : wrong('seed', 'drawn.seed', { said: seed, due: opening.seedHash })
}

/** The lot of everybody, drawn again. */
export function checkLots({ opening, drawn, lots }: Told): Found {
  const draw = keyedHash(drawn.seed, drawn.value)
  const due = opening.candidates.map(({ pseudonym }) => [draw(`guidui/lot/1\n${pseudonym}`), pseudonym] as const)
  due.sort(([one], [other]) => (one < other ? -1 : 1))
  const at = firstDifference(
    lots,
    due.map(([, pseudonym]) => pseudonym),
  )
  return at < 0 ? undefined : wrong('lots', `lots[${at}]`, { said: lots[at] ?? '', due: due[at]?.[1] ?? '' })
}

/** The order of the round, sorted again: composite, ties, lot. */
export function checkOrder({ opening, lots, order }: Told): Found {
  const lot = new Map(lots.map((pseudonym, at) => [pseudonym, at]))
  const due = [...opening.candidates].sort((one, other) => {
    if (one.composite !== other.composite) return other.composite - one.composite
    for (const { by, first } of opening.rules.ties) {
      const ahead = (one.facts[by] as number) - (other.facts[by] as number)
      if (ahead !== 0) return first === 'less' ? ahead : -ahead
    }
    return (lot.get(one.pseudonym) as number) - (lot.get(other.pseudonym) as number)
  })
  const at = firstDifference(
    order,
    due.map(({ pseudonym }) => pseudonym),
  )
  return at < 0 ? undefined : wrong('order', `order[${at}]`, { said: order[at] ?? '', due: due[at]?.pseudonym ?? '' })
}

/** Link after link: the number, the clock, the hash over the one before. A record that breaks off has no end. */
export function checkChain({ commitment, drawn, links }: Told): Found {
  let before = tagged('start', { commitment, drawn })
  for (const [index, { seq, at, what, hash }] of links.entries()) {
    const path = `links[${index}]`
    if (seq !== index + 1) return wrong('chain', `${path}.seq`, { said: seq, due: index + 1 })
    const due = tagged('link', { before, seq, at, what })
    if (hash !== due) return wrong('chain', path, { said: hash, due })
    const earlier = links[index - 1]?.at ?? 0
    if (at < earlier) return wrong('step', `${path}.at`, { said: at, due: earlier, why: 'clock-went-back' })
    before = hash
  }
  return links.at(-1)?.what.kind === 'closed' ? undefined : wrong('cut-short', `links[${links.length}]`)
}

/** The seal over everything else. */
export function checkSeal(told: Told): Found {
  const { seal, ...rest } = told
  const due = tagged('seal', rest)
  return seal === due ? undefined : wrong('seal', 'seal', { said: seal, due })
}
