import type pg from 'pg'
import type { Secrets } from '../secrets/secrets.ts'

/**
 * Blind indexes that somebody keeps, made anew from what they are indexes of: `secrets` makes them under the key that they
 * shall stand under. Run while nobody else is at work; run again after it was cut short it does the same once more. Gives
 * how many rows it went through.
 *
 * @throws where a row does not open
 */
export type Reindex = (pool: pg.Pool, secrets: Secrets) => Promise<number>
