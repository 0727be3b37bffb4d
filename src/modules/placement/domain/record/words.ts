import { z } from 'zod'

/** 64 lower-case hexadecimal digits: 32 bytes. */
export const Hex32 = z.string().regex(/^[0-9a-f]{64}$/)

/** A name that the round gives a post, an item or a fact: ASCII, so that sorted keys are the same in every language. */
export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)

/** The beginning of a division code: two, four, six, nine or twelve digits. Empty: the whole country. */
export const Place = z.string().regex(/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$/)

/** Hundredths of a point (the scheme has steps of 0.05); below zero where something is taken off. */
export const Hundredths = z.int().min(-100_000_000).max(100_000_000)

/** Milliseconds since 1970-01-01T00:00:00Z. An instant is a number here, so that it has one spelling only. */
export const Instant = z.int().min(0)

/** What people write: a reason, a title. Never empty. */
export const Words = z.string().min(1).max(2000)
