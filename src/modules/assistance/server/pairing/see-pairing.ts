import { rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findPersonUnits, listFileIds, personCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { matchHelpers as matchByRules } from '../../domain/match-helpers.ts'
import { listHelpers, openHelpers, toHelper } from './helper-rows.ts'
import { listOpenNeeds, needsOfPerson, toNeed } from './need-rows.ts'
import { countPairing, listPairings, pairingsOfPerson, toPairing } from './pairing-rows.ts'

/** Names, masked; of nobody for who sees no files. */
async function namesOf(context: ViewContext, personIds: readonly string[]): Promise<(id: string) => string | null> {
  if (!context.actor.grants.has('person.read')) return () => null
  const cards = await personCards(context, [...new Set(personIds)])
  return (id) => cards.get(id)?.nameMasked ?? null
}

const canWrite = ({ actor }: ViewContext): { write: boolean } => ({ write: actor.grants.has('pairing.write') })

export const seePairing = view(contract.seePairing, {
  grant: 'pairing.read',
  where: ({ place }) => place,
  async run(context, { place }) {
    const { tx, today } = context
    const range = rangeOf(place)
    const [needs, helpers, pairings] = [await listOpenNeeds(tx, range), await listHelpers(tx, range), await listPairings(tx, range)]
    const nameOf = await namesOf(
      context,
      [...needs, ...pairings].map(({ person_id }) => person_id),
    )
    return {
      needs: needs.map((row) => toNeed(row, nameOf(row.person_id))),
      helpers: helpers.map(toHelper),
      pairings: pairings.map((row) => toPairing(row, { nameMasked: nameOf(row.person_id), today })),
      counts: await countPairing(tx, range, today),
      can: canWrite(context),
    }
  },
})

const wherePersonIs = async ({ personId }: { personId: string }, { tx }: Pick<ViewContext, 'tx'>) =>
  (await findPersonUnits(tx, [personId])).get(personId)

export const seePairingOfPerson = view(contract.seePairingOfPerson, {
  grant: 'pairing.read',
  where: wherePersonIs,
  async run(context, { personId }) {
    const { tx, today } = context
    const files = await listFileIds(tx, personId)
    const nameOf = await namesOf(context, [personId])
    const needs = (await needsOfPerson(tx, files)).map((row) => toNeed(row, nameOf(row.person_id)))
    const pairings = (await pairingsOfPerson(tx, files)).map((row) => toPairing(row, { nameMasked: nameOf(row.person_id), today }))
    return { needs, pairings, can: canWrite(context) }
  },
})

const MOST_SHOWN = 20

export const matchHelpers = view(contract.matchHelpers, {
  grant: 'pairing.read',
  where: wherePersonIs,
  async run({ tx, today }, { personId }) {
    const unitCode = (await findPersonUnits(tx, [personId])).get(personId)
    if (!unitCode) throw new Error('the person was there a moment ago')
    const needs = (await needsOfPerson(tx, [personId])).filter(({ closed_on }) => closed_on === null)
    const helpers = await openHelpers(tx, unitCode, { personId, on: today })
    const offers = helpers.map((row) => ({ id: row.id, unitCode: row.unit_code, gives: row.gives, room: row.capacity - row.paired }))
    const byId = new Map(helpers.map((row) => [row.id, row]))
    const matches = matchByRules({ unitCode, needs }, offers).slice(0, MOST_SHOWN)
    return {
      needs: needs.map(({ kind }) => kind),
      matches: matches.flatMap(({ id, near, meets, urgent, room }) => {
        const row = byId.get(id)
        const kinds = { meets: meets as contract.NeedKind[], urgent: urgent as contract.NeedKind[] }
        return row ? [{ helper: toHelper(row), near, room, ...kinds }] : []
      }),
    }
  },
})
