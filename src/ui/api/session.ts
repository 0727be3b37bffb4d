import { z } from 'zod'

/** Who is signed in, at which place, and what the rail may offer. Rights are always checked again by the server. */
export const SessionAccount = z.object({
  id: z.string(),
  name: z.string(),
  login: z.string().optional(),
  unitCode: z.string(),
  unitName: z.string(),
  path: z.array(z.object({ code: z.string(), name: z.string() })),
  roleNames: z.array(z.string()),
  grants: z.array(z.string()),
  tier: z.string(),
  needsTotp: z.boolean().optional(),
  hasTotp: z.boolean().optional(),
  mustChangePassword: z.boolean().optional(),
})
export type SessionAccount = z.infer<typeof SessionAccount>

/** What an account must do about itself before it may do anything else. */
export function waitsFor({ needsTotp, mustChangePassword }: SessionAccount): 'both' | 'password' | 'totp' | undefined {
  if (mustChangePassword) return needsTotp ? 'both' : 'password'
  return needsTotp ? 'totp' : undefined
}

/** A made-up person of the demo region, in words; `code` is the one-time code of this half minute. */
export const DemoAccount = z.object({
  login: z.string(),
  password: z.string(),
  name: z.string(),
  roleName: z.string(),
  placeName: z.string(),
  code: z.string().optional(),
})
export type DemoAccount = z.infer<typeof DemoAccount>

export const Session = z.object({
  account: SessionAccount.nullable(),
  demoAccounts: z.array(DemoAccount).optional(),
  time: z.string(),
})
export type Session = z.infer<typeof Session>

export const SignInRefusal = z.object({
  code: z.enum(['wrong-credentials', 'code-needed', 'code-wrong', 'too-many-tries']),
  waitSeconds: z.number().optional(),
})
export type SignInRefusal = z.infer<typeof SignInRefusal>

export const SignedIn = z.object({ account: SessionAccount })

export interface Credentials {
  login: string
  password: string
  code?: string | undefined
}
