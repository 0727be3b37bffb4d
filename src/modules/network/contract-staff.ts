import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { UnitCode } from '../../kernel/region-code.ts'
import { codeList, line, unknownCodes } from './contract-words.ts'

export const PostType = z.enum(['fullTime', 'partTime', 'publicWelfare'])

export const StaffPost = z.object({
  postId: z.uuid(),
  unitCode: UnitCode,
  staffId: z.uuid(),
  staffName: z.string(),
  postType: PostType,
  isVeteran: z.boolean(),
  isPartyMember: z.boolean(),
  duties: z.array(z.string()),
  fromOn: PlainDate,
  toOn: PlainDate.optional(),
})
export type StaffPost = z.infer<typeof StaffPost>

export const staff = viewContract({
  name: 'network.staff',
  summary: 'The staff posts at and below a place; those that have ended only where asked for.',
  input: Paging.extend({ place: UnitCode, isFormerIncluded: z.boolean().default(false) }),
  output: paged(StaffPost.extend({ unitName: z.string() })),
})

export const codes = viewContract({
  name: 'network.codes',
  summary: 'The duties of the broad-post system and the amenities of a venue.',
  input: z.object({}),
  output: z.object({
    rows: z.array(z.object({ list: z.enum(['duty', 'amenity']), code: z.string(), nameZh: z.string(), nameEn: z.string() })),
  }),
})

export const appointStaff = actionContract({
  name: 'network.appointStaff',
  summary: 'Gives someone a post at a unit, with one duty or several (大岗位制).',
  input: z.object({
    unitCode: UnitCode,
    staffName: line(50).min(1),
    postType: PostType,
    isVeteran: z.boolean(),
    isPartyMember: z.boolean(),
    duties: codeList.min(1),
    fromOn: PlainDate,
    toOn: PlainDate.optional(),
    /** Another person of the same name already serves here. */
    isNamesake: z.boolean().default(false),
  }),
  output: StaffPost,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('unit-not-found') }),
    z.object({ code: z.literal('unit-is-over') }),
    z.object({ code: z.literal('ends-before-start') }),
    z.object({ code: z.literal('period-overlaps'), postId: z.uuid(), fromOn: PlainDate, toOn: PlainDate.optional() }),
    unknownCodes,
  ]),
})

export const endStaffPost = actionContract({
  name: 'network.endStaffPost',
  summary: 'Ends a staff post; its last day is included.',
  input: z.object({ unitCode: UnitCode, postId: z.uuid(), toOn: PlainDate }),
  output: StaffPost,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('post-not-found') }),
    z.object({ code: z.literal('already-ended'), toOn: PlainDate }),
    z.object({ code: z.literal('ends-before-start') }),
  ]),
})
