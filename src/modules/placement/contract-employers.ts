import { z } from 'zod'
import { actionContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { Line, PostCode, RoundRefusal } from './contract-rounds.ts'

export const giveDoor = actionContract({
  name: 'round.giveDoor',
  summary: 'Gives a receiving unit a link and a code by which it ranks who has listed its posts; a new one shuts the one before',
  input: z.object({ roundId: z.uuid(), uscc: z.string().max(18), givenTo: Line }),
  /** Told once: of both only a keyed hash is kept. */
  output: z.object({ link: z.string(), code: z.string(), employer: z.string(), endsAt: z.string() }),
  refusal: RoundRefusal,
})

export const shutDoor = actionContract({
  name: 'round.shutDoor',
  summary: 'Takes back link and code of a receiving unit: from now on they open nothing; what was ranked with them stands',
  input: z.object({ roundId: z.uuid(), uscc: z.string().max(18) }),
  output: z.object({ roundId: z.uuid() }),
  refusal: RoundRefusal,
})

/** What a receiving unit shows at its door: both, every time. */
export const EmployerKey = z.object({ link: z.string().regex(/^[\w-]{43}$/), code: z.string().regex(/^\d{8}$/) })

export const EmployerRefusal = z.discriminatedUnion('code', [
  /** Wrong link, wrong code, run out or shut: it is not said which. */
  z.object({ code: z.literal('no-such-door') }),
  z.object({ code: z.literal('too-many-tries'), waitSeconds: z.int() }),
  z.object({ code: z.literal('lists-open'), until: PlainDate }),
  z.object({ code: z.literal('window-over'), on: PlainDate }),
  z.object({ code: z.literal('not-open') }),
  z.object({ code: z.literal('unknown-person') }),
  z.object({ code: z.literal('changed-meanwhile') }),
])
export type EmployerRefusal = z.infer<typeof EmployerRefusal>

/** A person as an employer may know them: a pseudonym, bands and skills. Nothing that finds anybody. */
export const RankedSomebody = z.object({
  /** The beginning of the pseudonym, by which the record is read afterwards. */
  name: z.string(),
  codes: z.array(z.string()),
  /** Whole years of service, as a band. */
  years: z.object({ from: z.int(), to: z.int().nullable() }),
  hasMerit: z.boolean(),
  hasCommendation: z.boolean(),
  /** The composite, as a band of ten points. */
  points: z.object({ from: z.int(), to: z.int() }),
})
export type RankedSomebody = z.infer<typeof RankedSomebody>

export const EmployerScene = z.object({
  employer: z.string(),
  unitName: z.string(),
  title: z.string(),
  silentEmployer: z.enum(['by-order', 'nobody']),
  rankingsUntil: PlainDate,
  posts: z.array(
    z.object({
      code: PostCode,
      title: z.string(),
      seats: z.int(),
      people: z.array(RankedSomebody),
      /** What has been handed in: tiers of names; null where nothing has. */
      tiers: z.array(z.array(z.string())).nullable(),
    }),
  ),
})
export type EmployerScene = z.infer<typeof EmployerScene>

/** Tiers of names, the dearest first; who stands in none is not taken. No tier at all is the same as saying nothing. */
export const RankBody = EmployerKey.extend({
  id: z.uuid(),
  post: PostCode,
  tiers: z.array(z.array(z.string().regex(/^[0-9a-f]{8,64}$/)).min(1)).max(500),
})

export const EmployerAnswer = z.object({ scene: EmployerScene })
export const EmployerRefused = z.object({ refusal: EmployerRefusal })
