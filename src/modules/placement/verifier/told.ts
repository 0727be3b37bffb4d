/** A record as it is told, once its shape was found right. Written anew: the verifier knows no type of the engine. */
export interface Told {
  readonly opening: ToldOpening
  readonly leaves: { head: string; rules: string; candidates: string[]; posts: string[]; distances: string }
  readonly commitment: string
  readonly drawn: { value: string; seed: string }
  readonly lots: string[]
  readonly order: string[]
  readonly links: ToldLink[]
  readonly outcome: ToldOutcome
  readonly seal: string
}

export interface ToldOpening {
  readonly round: { id: string }
  readonly committedOn: string
  readonly rules: ToldRules
  readonly candidates: ToldCandidate[]
  readonly posts: ToldPost[]
  readonly distances: { from: string; to: string; metres: number }[]
  readonly draw: { source: string; on: string }
  readonly seedHash: string
}

export interface ToldRules {
  readonly way: 'points-ranked' | 'exam' | 'direct' | 'two-way' | 'directive'
  readonly scheme: { items: { code: string; points: number }[] }
  readonly weights: { service: number; exam: number; appraisal: number }
  readonly ties: { by: string; first: 'more' | 'less' }[]
  readonly turn?: { clockSeconds: number; onPass: 'end' | 'out'; onAbsent: 'end' | 'out' }
  readonly twoWay?: { mostListed: number; silentEmployer: 'by-order' | 'nobody'; windows?: { lists: number; rankings: number } }
  readonly cost?: { perKilometre: number; misfit: number; hardshipPerKilometre: number; unplaced: number }
  readonly apportionments: {
    pool: string
    method: 'hamilton' | 'sainte-lague'
    shares: { place: string; people: number; seats: number }[]
  }[]
}

export interface ToldCandidate {
  readonly pseudonym: string
  readonly lines: { item: string; quantity: number; points: number }[]
  readonly marks: { service: number; exam: number; appraisal: number }
  readonly composite: number
  readonly facts: { [key: string]: number }
  readonly home: string
  readonly places: string[]
  readonly codes: string[]
  readonly hardship: number
  readonly proxy?: string[]
}

export interface ToldPost {
  readonly id: string
  readonly seats: number
  readonly place: string
  readonly scope: string
  readonly requires: string[][]
  readonly wishes: string[]
  readonly reservedFor?: string
  readonly pool?: string
}

type Turn = { turn: number; candidate: string; open: string[] }

export type ToldEvent =
  | { kind: 'opened' | 'paused' | 'resumed' | 'computed' | 'closed' }
  | ({ kind: 'pick'; post: string; by: 'self' | 'proxy' | 'list' } & Turn)
  | ({ kind: 'pass'; by: 'self' | 'proxy' | 'list' | 'clock' } & Turn)
  | ({ kind: 'absent' } & Turn)
  | { kind: 'undo'; undoes: number }
  | { kind: 'post-withdrawn'; post: string }
  | { kind: 'candidate-removed'; candidate: string }
  | { kind: 'list'; candidate: string; posts: string[] }
  | { kind: 'ranking'; post: string; tiers: string[][] }
  | { kind: 'deviation'; candidate: string; post?: string }

export interface ToldLink {
  readonly seq: number
  readonly at: number
  readonly what: ToldEvent
  readonly hash: string
}

export interface ToldPlace {
  readonly candidate: string
  readonly post: string
}

export interface ToldOutcome {
  readonly places: ToldPlace[]
  readonly unplaced: string[]
  readonly optimum?: { places: ToldPlace[]; unplaced: string[]; cost: number }
  readonly certificate?:
    | { kind: 'stable'; last: { post: string; candidate: string }[] }
    | { kind: 'optimal'; prices: number[]; values: number[] }
}
