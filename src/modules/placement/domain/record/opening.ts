import { z } from 'zod'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { Rules } from './rules.ts'
import { Code, Hex32, Hundredths, Place, Words } from './words.ts'

export const OPENING_FORMAT = 'guidui-placement-opening/1'

/** `quantity` units of an item of the scheme: what they are worth follows from the scheme. */
const ScoreLine = z.strictObject({ item: Code, quantity: z.int().min(0).max(1_000_000), points: Hundredths })

const Marks = z.strictObject({ service: Hundredths, exam: Hundredths, appraisal: Hundredths })

/** One person under a salted pseudonym. Nothing in here names anybody. */
export const Candidate = z.strictObject({
  pseudonym: Hex32,
  lines: z.array(ScoreLine).max(200),
  /** Service is the sum of the lines; examination and appraisal are brought in, 0 where the way has none. */
  marks: Marks,
  /** Ten-thousandths of a point: the sum of per cent times hundredths, never rounded. */
  composite: z.int(),
  /** One whole number for each tie of the rules (days as YYYYMMDD). */
  facts: z.record(Code, z.int()),
  /** Where the person lives, as a distance is reckoned from there. */
  home: Place,
  /** Where the person may be placed (安置 45, 49): one or more beginnings of division codes. */
  places: z.array(Place).min(1).max(20),
  /** Specialities, schooling and whatever else a post may ask for. */
  codes: z.array(Code).max(100),
  hardship: z.int().min(0).max(10),
  /** Handed in beforehand by who will be absent: posts, the dearest first. */
  proxy: z.array(Code).max(1000).optional(),
})
export type Candidate = z.infer<typeof Candidate>

export const Post = z.strictObject({
  id: Code,
  employer: Words,
  kind: z.enum(['institution', 'central-soe', 'local-soe', 'civil-servant', 'special']),
  seats: z.int().min(1).max(100_000),
  place: Place,
  /** Whom the post is for: people who may be placed inside it, or in something that holds it. A pooled post has the pool's place. */
  scope: Place,
  /** Hard: of each group the person has at least one code. */
  requires: z.array(z.array(Code).min(1)).max(20),
  /** Soft: a fit for the cost of an assignment. */
  wishes: z.array(Code).max(100),
  /** Direct train: only for people with this speciality. */
  reservedFor: Code.optional(),
  pool: Code.optional(),
})
export type Post = z.infer<typeof Post>

/** Metres from a home to the place of a post, both spelled as they stand with people and posts. */
const Distance = z.strictObject({ from: Place, to: Place, metres: z.int().min(0).max(10_000_000) })

/** Everything that is fixed and committed to before the draw. */
export const Opening = z.strictObject({
  format: z.literal(OPENING_FORMAT),
  round: z.strictObject({ id: Code, title: Words, bureau: Place, year: z.int().min(1949).max(9999), season: z.enum(['spring', 'autumn']) }),
  committedOn: PlainDate,
  rules: Rules,
  candidates: z.array(Candidate),
  posts: z.array(Post),
  distances: z.array(Distance),
  /** The public draw that completes the lot: announced here, held on a later day. */
  draw: z.strictObject({ source: Words, on: PlainDate }),
  seedHash: Hex32,
})
export type Opening = z.infer<typeof Opening>
