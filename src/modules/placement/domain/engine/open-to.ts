import type { Candidate, Post } from '../record/opening.ts'

const touches = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** Whether the hard conditions of a post let this person in: the place (安置 45, 49), each requirement, a reserved speciality. */
export function isOpenTo(post: Post, { places, codes }: Candidate): boolean {
  if (post.reservedFor !== undefined && !codes.includes(post.reservedFor)) return false
  if (!post.requires.every((group) => group.some((code) => codes.includes(code)))) return false
  return places.some((place) => touches(place, post.scope))
}
