import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import type { Clock } from '../clock/clock.ts'
import type { Actor } from './actor.ts'
import { tokenOf } from './session-cookies.ts'
import { findSession } from './sessions.ts'

/**
 * Whether a request shows that somebody is there. What a page asks by itself does not: the live channel reconnects for
 * ever, and a page that looks again every minute says so with this header.
 */
export const isActivity = (request: FastifyRequest): boolean => request.method !== 'GET' && request.headers['x-guidui-background'] !== '1'

/**
 * A device may keep what several people recorded, and a window what one of them was typing: each message names its account,
 * and goes out under no other one's session, whoever has signed in meanwhile.
 */
export const isForAnother = (request: FastifyRequest, { accountId }: Pick<Actor, 'accountId'>): boolean =>
  (request.headers['x-guidui-account'] ?? accountId) !== accountId

/** How the spine learns who asks: one round trip a request, nothing remembered between two. */
export const findRequestActor =
  ({ appPool, clock, secure }: { appPool: Pool; clock: Clock; secure: boolean }) =>
  async (request: FastifyRequest): Promise<Actor | undefined> => {
    const seen = { now: new Date(clock.now()), isActivity: isActivity(request) }
    return (await findSession(appPool, tokenOf(request, { secure }), seen))?.actor
  }
