import type { Chair, Course } from './course.ts'
import { hardship, hardshipAsked, hardshipFirst, hardshipRefused } from './courses/hardship.ts'
import { card, cardAsked, condolence, correction, plaque, plaqueReplaced, reportIn, reportWanting, trip } from './courses/honours.ts'
import { claimPetition, refusedPetition, suggestion } from './courses/petitions.ts'
import { answeredHere, counselled, enquiry, homeService, jobWish, legalAdvice, legalReferral } from './courses/work-and-questions.ts'

/** One matter of the demo: whose, how it goes, how far it has come, and since how many days nothing has been done. */
export interface Case {
  readonly course: Course
  /** The worked station, another of its street, or any other of the county. */
  readonly where: 'worked' | 'street' | 'county'
  /** Steps taken; left out: all. */
  readonly far?: number
  readonly idle: number
  /** Who has taken it into their hands. */
  readonly taken?: Chair
  /** Of somebody who has bound a telephone on /me; rated with so many stars. */
  readonly isOnMe?: true
  readonly stars?: number
}

/** What waits for the worked station, its street and those who sit above them. */
const NEAR: readonly Case[] = [
  { course: correction, where: 'worked', far: 0, idle: 2 },
  { course: enquiry(0), where: 'worked', far: 0, idle: 3, taken: 'station' },
  { course: enquiry(2), where: 'worked', far: 1, idle: 2 },
  { course: homeService, where: 'worked', far: 1, idle: 1 },
  { course: condolence, where: 'worked', far: 2, idle: 4 },
  { course: plaque, where: 'worked', far: 2, idle: 12 },
  { course: hardship(0), where: 'worked', far: 0, idle: 11 },
  { course: hardshipFirst, where: 'worked', far: 1, idle: 6 },
  { course: card, where: 'worked', far: 0, idle: 2 },
  { course: cardAsked, where: 'worked', far: 1, idle: 5 },
  { course: jobWish(0), where: 'worked', far: 0, idle: 6, isOnMe: true },
  { course: condolence, where: 'street', far: 0, idle: 1 },
  { course: plaque, where: 'street', far: 0, idle: 9, taken: 'township' },
  { course: claimPetition(0), where: 'street', far: 3, idle: 5 },
  { course: enquiry(3), where: 'street', far: 0, idle: 12 },
  { course: card, where: 'street', far: 6, idle: 3 },
  { course: legalAdvice(0), where: 'worked', far: 0, idle: 2 },
  { course: homeService, where: 'street', far: 0, idle: 2 },
  { course: hardship(2), where: 'street', far: 1, idle: 4 },
  { course: jobWish(1), where: 'street', far: 1, idle: 5 },
]

/** What has ended there. */
const ENDED_NEAR: readonly Case[] = [
  { course: answeredHere(1), where: 'worked', idle: 18, isOnMe: true, stars: 5 },
  { course: correction, where: 'worked', idle: 33, isOnMe: true, stars: 4 },
  { course: card, where: 'worked', idle: 26 },
  { course: plaque, where: 'worked', idle: 61 },
  { course: condolence, where: 'worked', idle: 40, isOnMe: true, stars: 5 },
  { course: hardship(1), where: 'worked', idle: 48 },
  { course: hardship(3), where: 'street', idle: 30 },
  { course: legalReferral, where: 'street', idle: 22 },
  { course: suggestion, where: 'street', idle: 35 },
]

/** What is under way in the rest of the county. */
const FAR: readonly Case[] = [
  { course: claimPetition(1), where: 'county', far: 0, idle: 4 },
  { course: claimPetition(2), where: 'county', far: 1, idle: 11 },
  { course: claimPetition(3), where: 'county', far: 2, idle: 9, taken: 'county' },
  { course: claimPetition(4), where: 'county', far: 4, idle: 34 },
  { course: claimPetition(0), where: 'county', far: 5, idle: 8 },
  { course: suggestion, where: 'county', far: 2, idle: 12 },
  { course: card, where: 'county', far: 1, idle: 3 },
  { course: card, where: 'county', far: 1, idle: 8, taken: 'county' },
  { course: card, where: 'county', far: 2, idle: 4 },
  { course: card, where: 'county', far: 3, idle: 5 },
  { course: card, where: 'county', far: 5, idle: 30 },
  { course: plaque, where: 'county', far: 1, idle: 33 },
  { course: plaque, where: 'county', far: 1, idle: 10 },
  { course: enquiry(1), where: 'county', far: 1, idle: 2 },
  { course: jobWish(2), where: 'county', far: 1, idle: 12 },
  { course: jobWish(3), where: 'county', far: 1, idle: 3 },
  { course: reportIn, where: 'county', far: 0, idle: 2 },
  { course: reportIn, where: 'county', far: 2, idle: 6 },
  { course: reportWanting, where: 'county', idle: 3 },
  { course: trip, where: 'county', far: 0, idle: 6 },
  { course: hardship(4), where: 'county', far: 1, idle: 7 },
  { course: hardshipAsked(3), where: 'county', far: 1, idle: 3 },
  { course: condolence, where: 'county', far: 1, idle: 2 },
  { course: hardship(0), where: 'county', idle: 3 },
  { course: counselled, where: 'county', far: 1, idle: 4 },
]

/** What has ended there. */
const ENDED_FAR: readonly Case[] = [
  { course: hardship(1), where: 'county', idle: 55 },
  { course: hardshipFirst, where: 'county', idle: 38 },
  { course: hardshipAsked(4), where: 'county', idle: 70 },
  { course: hardshipRefused, where: 'county', idle: 25 },
  { course: claimPetition(1), where: 'county', idle: 20 },
  { course: refusedPetition, where: 'county', idle: 42 },
  { course: card, where: 'county', idle: 15 },
  { course: card, where: 'county', idle: 75 },
  { course: plaqueReplaced, where: 'county', idle: 14 },
  { course: plaque, where: 'county', idle: 28 },
  { course: enquiry(0), where: 'county', idle: 16 },
  { course: enquiry(3), where: 'county', idle: 44 },
  { course: jobWish(1), where: 'county', idle: 24 },
  { course: reportIn, where: 'county', idle: 50 },
  { course: condolence, where: 'county', idle: 31 },
  { course: legalAdvice(2), where: 'county', idle: 12 },
  { course: homeService, where: 'county', idle: 19 },
  { course: counselled, where: 'county', idle: 36 },
]

/** Every kind in every state that a county sees in an ordinary autumn; two have run out. */
export const CASES: readonly Case[] = [...NEAR, ...ENDED_NEAR, ...FAR, ...ENDED_FAR]
