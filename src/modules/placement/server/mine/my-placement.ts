import type { PersonId } from '../../../../kernel/id.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import type { MyPlacement } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { daysOverdue } from '../../domain/after/after-days.ts'
import { isConfirmable, stateAfter } from '../../domain/states/candidate-states.ts'
import {
  type CandidateRow,
  findCandidate,
  findCandidatesOfPerson,
  isWindowOpen,
  lockCandidate,
  takeStep,
} from '../candidates/candidate-rows.ts'
import { findDecision } from '../candidates/decision-rows.ts'
import { confirmSheet } from '../scores/object-to-score.ts'
import { insertObjection, objectionsOf, whyNotObject } from '../scores/objection-rows.ts'
import { findSheets, sheetOf } from '../scores/sheet-rows.ts'

/** Whose file is open. Only a person on /me holds the grants of these. */
function ownPerson({ person }: Pick<Actor, 'person'>): PersonId {
  if (!person) throw new Error('no file is open: this is asked on /me only')
  return person.id
}

/** Placement is no kind of matter: whoever acts with authority for some kinds only does not see it. */
const actsForAll = ({ person }: Pick<Actor, 'person'>): boolean => !person?.agent?.kinds

/** What somebody with a letter must know: until when they are to start, and that they may complain when they were not let. */
function letterOf({ today }: ViewContext, { state, letter_on, start_by, started_on }: CandidateRow): MyPlacement['letter'] {
  if (letter_on === null || start_by === null) return null
  const isOverdue = state === 'letterIssued' && daysOverdue({ startBy: start_by, startedOn: started_on }, today) > 0
  return { issuedOn: letter_on, startBy: start_by, startedOn: started_on, isOverdue }
}

async function placementOf(context: ViewContext, row: CandidateRow): Promise<MyPlacement> {
  const sheets = await findSheets(context, row.id)
  return {
    candidateId: row.id,
    number: row.number,
    year: row.year,
    season: row.season,
    group: row.group_code,
    state: row.state,
    sinceOn: row.since_on,
    decision: await findDecision(context, row.id),
    sheet: sheets[0] ? sheetOf(sheets[0]) : null,
    objections: await objectionsOf(context, row.id, sheets),
    letter: letterOf(context, row),
    can: {
      confirm: isConfirmable(row.state) && sheets[0]?.isConfirmed === false,
      object: stateAfter(row.state, 'object') !== undefined && isWindowOpen(row, context.today),
    },
  }
}

export const seeMyPlacement = view(contract.seeMyPlacement, {
  grant: 'own.read',
  where: (_, { actor }) => actor.unitCode,
  async run(context) {
    if (!actsForAll(context.actor)) return { placements: [] }
    const rows = await findCandidatesOfPerson(context.tx, ownPerson(context.actor))
    const placements: MyPlacement[] = []
    for (const row of rows) placements.push(await placementOf(context, row))
    return { placements }
  },
})

const whereMineIs = async ({ candidateId }: { candidateId: string }, { tx, actor }: ViewContext) =>
  actsForAll(actor) ? (await findCandidate(tx, candidateId))?.unit_code : undefined

export const confirmMyScore = action(contract.confirmMyScore, {
  grant: 'own.write',
  where: whereMineIs,
  refusals: { 'not-the-sheet': 409, 'not-now': 409 },
  async run(context, { candidateId, sheetId }) {
    const candidate = await lockCandidate(context.tx, candidateId)
    if (!isConfirmable(candidate.state)) return refuse({ code: 'not-now', state: candidate.state })
    const [sheet] = await findSheets(context, candidateId)
    if (sheet?.id !== sheetId || !(await confirmSheet(context, candidate, sheetId))) return refuse({ code: 'not-the-sheet' })
    const { state } = await takeStep(context, { row: candidate, step: 'confirm', to: candidate.state })
    context.note({ sheet: sheetId })
    return ok({ state })
  },
})

export const objectToMyScore = action(contract.objectToMyScore, {
  grant: 'own.write',
  where: whereMineIs,
  refusals: { 'not-the-sheet': 409, 'not-now': 409, 'no-such-line': 422, 'line-open': 409 },
  async run(context, { candidateId, sheetId, line, words }) {
    const candidate = await lockCandidate(context.tx, candidateId)
    const to = stateAfter(candidate.state, 'object')
    if (to === undefined || !isWindowOpen(candidate, context.today)) return refuse({ code: 'not-now', state: candidate.state })
    const [sheet] = await findSheets(context, candidateId)
    if (sheet?.id !== sheetId) return refuse({ code: 'not-the-sheet' })
    const why = await whyNotObject(context, { candidate, line })
    if (why !== undefined) return refuse({ code: why })
    const objectionId = await insertObjection(context, { candidate, line, words, via: 'me' })
    const { state } = await takeStep(context, { row: candidate, step: 'object', to })
    return ok({ objectionId, state })
  },
})
