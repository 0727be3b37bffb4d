import type { FastifyInstance } from 'fastify'
import type { OwnedRow } from '../oracle/traces.ts'
import type { Actor } from './actors.ts'
import type { ProbeDatabase } from './open-database.ts'

/** What a world is made on: the program, its database, the accounts that make it, and the book of where each row lies. */
export interface Grounds {
  readonly app: FastifyInstance
  readonly database: ProbeDatabase
  readonly actors: readonly Actor[]
  readonly remember: (id: string, row: OwnedRow) => void
}
