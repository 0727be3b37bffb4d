import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { views } from '../../src/catalogue.ts'
import type { View } from '../../src/platform/actions/declare.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import type { ProbeDatabase } from './world/open-database.ts'

/**
 * Leaks as people really make them, each planted in a throw-away copy of the world and in this process alone. A run that
 * does not find all of them has not shown anything by finding none.
 */
export interface Plant {
  readonly says: string
  readonly inDatabase?: (owner: pg.Pool) => Promise<void>
  /** Of which table the database itself says too much: it is asked first. */
  readonly table?: string
  /** Stands in for a view of the catalogue while the planted server runs. */
  readonly view?: (database: ProbeDatabase) => { readonly name: string; readonly instead: (view: View) => View }
  readonly route?: (app: FastifyInstance, database: ProbeDatabase) => void
}

const EVERYWHERE = { lo: '0', hi: ':' }

/** A view of the database without security_invoker reads as its owner, who sees everything. */
const plainView: Plant = {
  says: 'a plain view without security_invoker, read by visit.get',
  inDatabase: async (owner) => {
    await owner.query(
      'create view casework.every_visit as select * from casework.visits; grant select on casework.every_visit to guidui_app',
    )
  },
  view: () => ({
    name: 'visit.get',
    instead: (view) => ({
      ...view,
      where: (_, { actor }) => actor.unitCode,
      run: async ({ tx }, input) => {
        const { visitId } = input as { visitId: string }
        const { rows } = await tx.query(
          `select id, unit_code as "unitCode", made_by_unit as "madeByUnit", done_on as "doneOn", reason, way, deliveries, null as goods,
                  '0' as "goodsValueFen", null as note, recorded_at as "recordedAt", recorded_by as "recordedBy", 'counts' as state,
                  null as "correctsId", null as "counterReason" from casework.every_visit where id = $1`,
          [visitId],
        )
        return rows[0] && { ...rows[0], people: [], outOfSight: 0, photoIds: [], can: { correct: false } }
      },
    }),
  }),
}

const openPolicy: Plant = {
  says: 'a policy whose WITH CHECK lets every row through',
  table: 'registry.kin',
  inDatabase: async (owner) => {
    await owner.query(`drop policy kin_update on registry.kin;
      create policy kin_update on registry.kin for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (true)`)
  },
}

const forgottenScope: Plant = {
  says: 'a handler that asks for the whole country and forgets whose request it is',
  view: ({ appPool }) => ({
    name: 'person.list',
    instead: (view) => ({
      ...view,
      where: (_, { actor }) => actor.unitCode,
      run: (context, input) => withScope(appPool, EVERYWHERE, 'read', (tx) => view.run({ ...context, tx }, input)),
    }),
  }),
}

const sharedCache: Plant = {
  says: 'an answer kept by question, whoever asks',
  view: () => {
    const kept = new Map<string, Promise<unknown>>()
    return {
      name: 'person.find',
      instead: (view) => ({
        ...view,
        run: (context, input) => {
          const answer = kept.get(JSON.stringify(input)) ?? view.run(context, input)
          kept.set(JSON.stringify(input), answer)
          return answer
        },
      }),
    }
  },
}

const wideExport: Plant = {
  says: 'an export that leaves the range out',
  route: (app, { appPool }) => {
    app.get(PLANTED_EXPORT, async (_, reply) => {
      const roster = await withScope(appPool, EVERYWHERE, 'read', (tx) => tx.query('select id, unit_code from registry.people order by id'))
      return reply.type('text/csv').send(roster.rows.map((row) => Object.values(row).join()).join('\n'))
    })
  },
}

const droppedNarrowing: Plant = {
  says: 'a policy dropped that left a person on /me, of the village, the own matters alone',
  table: 'casework.matters',
  inDatabase: async (owner) => void (await owner.query('drop policy matters_of_person on casework.matters')),
}

const forgottenPerson: Plant = {
  says: 'a page of /me that asks as the office does, and forgets whose file is open',
  view: ({ appPool }) => ({
    name: 'mine.matter',
    instead: (view) => ({
      ...view,
      where: (_, { actor }) => actor.unitCode,
      run: (context, input) => withScope(appPool, context.actor.scope, 'read', (tx) => view.run({ ...context, tx }, input)),
    }),
  }),
}

/** Where the planted export answers. */
export const PLANTED_EXPORT = '/api/files/planted-roster'

export const PLANTS = {
  view: plainView,
  policy: openPolicy,
  scope: forgottenScope,
  cache: sharedCache,
  export: wideExport,
  narrowing: droppedNarrowing,
  person: forgottenPerson,
} as const satisfies Record<string, Plant>

export type PlantName = keyof typeof PLANTS

/** Puts the plant's view into the catalogue of this process; gives what takes it out again. */
export function plantView(plant: Plant, database: ProbeDatabase): () => void {
  if (!plant.view) return () => undefined
  const { name, instead } = plant.view(database)
  const catalogue = views as View[]
  const at = catalogue.findIndex(({ contract }) => contract.name === name)
  const right = catalogue[at]
  if (!right) throw new Error(`${name} is no view any more: plant the leak somewhere else`)
  catalogue[at] = instead(right)
  return () => {
    catalogue[at] = right
  }
}
