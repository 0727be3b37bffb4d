import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Post, PostState } from './contract-posts.ts'
import { Season, words } from './contract-words.ts'

export const PoolMethod = z.enum(['hamilton', 'sainteLague'])
export type PoolMethod = z.infer<typeof PoolMethod>

export const Pool = z.object({
  id: z.uuid(),
  unitCode: UnitCode,
  year: z.int(),
  season: Season,
  title: z.string(),
  method: PoolMethod.nullable(),
  reason: z.string().nullable(),
  decidedOn: PlainDate.nullable(),
  posts: z.int(),
  seats: z.int(),
})
export type Pool = z.infer<typeof Pool>

/** What a county has to place, brought, and would get by each method, or got. */
export const PoolShare = z.object({
  countyCode: RegionCode,
  countyName: z.string(),
  people: z.int(),
  brought: z.int(),
  hamilton: z.int(),
  sainteLague: z.int(),
  got: z.int().nullable(),
})
export type PoolShare = z.infer<typeof PoolShare>

export const openPool = actionContract({
  name: 'pool.open',
  summary: 'Opens a pool in which a city puts posts of its counties together',
  input: z.object({ unitCode: UnitCode, year: z.int().min(2000).max(2100), season: Season, title: words(80) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-above-counties') })]),
})

export const poolPosts = actionContract({
  name: 'pool.add',
  summary: 'Puts confirmed posts of counties into a pool, with the reason',
  input: z.object({ poolId: z.uuid(), postIds: z.array(z.uuid()).min(1).max(500), reason: words(300) }),
  output: z.object({ pooled: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('already-decided'), decidedOn: PlainDate }),
    z.object({ code: z.literal('post-not-free'), postId: z.uuid(), state: PostState.nullable() }),
    z.object({ code: z.literal('in-a-round'), title: z.string() }),
    z.object({ code: z.literal('seats-given'), postId: z.uuid(), taken: z.int() }),
  ]),
})

export const decidePool = actionContract({
  name: 'pool.decide',
  summary: 'Divides the seats of a pool among counties in proportion to the people they have to place: once, with method and reason',
  input: z.object({ poolId: z.uuid(), method: PoolMethod, reason: words(300) }),
  output: z.object({ seats: z.int(), counties: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('already-decided'), decidedOn: PlainDate }),
    z.object({ code: z.literal('empty-pool') }),
    z.object({ code: z.literal('nobody-to-place') }),
  ]),
})

export const listPools = viewContract({
  name: 'pool.list',
  summary: 'Pools of a place',
  input: z.object({ place: z.union([RegionCode, UnitCode]) }),
  output: z.object({ pools: z.array(Pool), can: z.object({ open: z.boolean() }) }),
})

export const getPool = viewContract({
  name: 'pool.get',
  summary: 'A pool: its posts, what each county has to place and brought, and what each method would give',
  input: z.object({ poolId: z.uuid() }),
  output: z.object({
    pool: Pool,
    posts: z.array(Post),
    shares: z.array(PoolShare),
    can: z.object({ add: z.boolean(), decide: z.boolean() }),
  }),
})
