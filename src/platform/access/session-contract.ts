import { z } from 'zod'
import { AccountId } from '../../kernel/id.ts'
import { RegionCode, Tier, UnitCode } from '../../kernel/region-code.ts'
import { Grant } from './grants.ts'
import { Role } from './roles.ts'

/** A demo account in words, for the sign-in page; `code` is its one-time code of this half minute. */
export const DemoAccount = z.object({
  login: z.string(),
  password: z.string(),
  name: z.string(),
  /** The role, and what it does: 服务站专干：登记、走访. */
  roleName: z.string(),
  /** The same in English. A server older than the page may be without it. */
  roleNameEn: z.string().optional(),
  /** Where: 重庆市渝北区龙溪街道凤鸣路社区. */
  placeName: z.string(),
  code: z.string().optional(),
})
export type DemoAccount = z.infer<typeof DemoAccount>

/** Who is signed in. With `needsTotp` or `mustChangePassword` there are no grants until that is done. */
export const SignedIn = z.object({
  id: AccountId,
  name: z.string(),
  login: z.string(),
  unitCode: UnitCode,
  unitName: z.string(),
  /** The divisions from the province down to the unit's own place. */
  path: z.array(z.object({ code: RegionCode, name: z.string() })),
  tier: Tier,
  roles: z.array(Role),
  /** What each role is called, in Chinese. */
  roleNames: z.array(z.string()),
  /** The same in English. What a device has kept of an account, or a server older than the page, may be without it. */
  roleNamesEn: z.array(z.string()).optional(),
  grants: z.array(Grant),
  needsTotp: z.boolean(),
  hasTotp: z.boolean(),
  mustChangePassword: z.boolean(),
  /** When the session ends without further activity, and when it ends at the latest. */
  idleEndsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
})
export type SignedIn = z.infer<typeof SignedIn>

export const SessionAnswer = z.object({
  account: SignedIn.nullable(),
  /** Present only where demo data is loaded. */
  demoAccounts: z.array(DemoAccount).optional(),
  /** Present only where a provider of single sign-on is set, with what people call it. */
  singleSignOn: z.object({ name: z.string() }).optional(),
  /** The server's clock. */
  time: z.iso.datetime(),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>

export const SignInBody = z.object({
  login: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  code: z.string().min(1).max(40).optional(),
})

export const SignInRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('wrong-credentials') }),
  z.object({ code: z.literal('code-needed') }),
  z.object({ code: z.literal('code-wrong') }),
  z.object({ code: z.literal('too-many-tries'), waitSeconds: z.int().positive() }),
])
export type SignInRefusal = z.infer<typeof SignInRefusal>

export const PasswordRefusal = z.object({
  code: z.literal('password-weak'),
  why: z.enum(['too-short', 'too-long', 'too-few-kinds', 'holds-own-name', 'too-simple', 'same-as-before']),
  minimumLength: z.int(),
})
export type PasswordRefusal = z.infer<typeof PasswordRefusal>

/** Every way in which the routes of a session say no. */
export const SessionRefusal = z.discriminatedUnion('code', [
  ...SignInRefusal.options,
  PasswordRefusal,
  z.object({ code: z.literal('not-signed-in') }),
  z.object({ code: z.literal('not-enrolling') }),
  z.object({ code: z.literal('already-bound') }),
  z.object({ code: z.literal('provider-unavailable') }),
  z.object({ code: z.literal('sign-on-over') }),
])
export type SessionRefusal = z.infer<typeof SessionRefusal>

export const Refused = z.object({ refusal: SessionRefusal })

/** Replacing a confirmed second factor asks for a code of the old one. */
export const EnrolTotpBody = z.object({ code: z.string().min(1).max(40).optional() })
export const EnrolTotpAnswer = z.object({ secret: z.string(), uri: z.string() })
export const ConfirmTotpBody = z.object({ code: z.string().min(1).max(40) })
export const ConfirmTotpAnswer = SessionAnswer.extend({ recoveryCodes: z.array(z.string()) })
export const ChangePasswordBody = z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) })

/** Where a page wants to go: to the provider, to sign in or to bind who comes back to one's own account. */
export const BeginSignOnBody = z.discriminatedUnion('to', [
  z.object({ to: z.literal('sign-in'), page: z.string().max(500).optional() }),
  z.object({ to: z.literal('bind'), password: z.string().min(1).max(200) }),
])
export const BeginSignOnAnswer = z.object({ url: z.url() })
export const SignOnCodeBody = z.object({ code: z.string().min(1).max(40) })
export const OwnSignOn = z.object({ boundAt: z.iso.datetime().nullable() })

/** What became of somebody who was at the provider: it stands in the address of the page they come back to, as `sso`. */
export const SignOnOutcome = z.enum([
  'code',
  'bound',
  'not-bound',
  'too-many-tries',
  'stale',
  'declined',
  'failed',
  'unavailable',
  'already-bound',
  'sign-on-taken',
])
export type SignOnOutcome = z.infer<typeof SignOnOutcome>
