import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, regionOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findDoor } from '../../../network/index.ts'
import type { MyMatter } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { fieldsTold } from '../../domain/matters/fields-told.ts'
import { maskedAnswers } from '../../domain/matters/masked-answers.ts'
import { stepsFor } from '../../domain/matters/matter-state.ts'
import { holds } from '../../domain/matters/matter-type.ts'
import { wayAhead } from '../../domain/matters/way-ahead.ts'
import { openSaid } from '../matters/keep-matter.ts'
import { fieldsOf } from '../matters/kinds/kind-of-type.ts'
import { findMatter, type LoadedMatter } from '../matters/matter-rows.ts'
import { documentsOf } from '../matters/papers/documents-of.ts'
import { answersInWords } from '../matters/steps/known-answers.ts'
import { isPersonGone } from '../matters/steps/take-step.ts'
import { MY_COLUMNS, MY_TABLES, type MyRow, myLines, unitNames } from './my-lines.ts'
import { covers, isReadBy, whereOwnFileIs } from './own-person.ts'
import { whereMyMatterIs } from './step-mine.ts'

interface StepRow {
  number: number
  step: string
  to_state: string
  taken_on: PlainDate
  by_unit: UnitCode
  said: Buffer | null
}

/** Which office took which step; who sat there is nobody's business. A person is told why something was sent back or refused. */
async function takenOf(context: ViewContext, { row, rules }: LoadedMatter): Promise<MyMatter['taken']> {
  const { rows } = await context.tx.query<StepRow>(
    'select number, step, to_state, taken_on, by_unit, said from casework.matter_steps where matter_id = $1 order by number',
    [row.id],
  )
  const places = rows.map(({ by_unit }): RegionCode => regionOf(by_unit))
  const names = await unitNames(context, places)
  return rows.map((step) => ({
    name: rules.type.steps[step.step]?.name ?? { zh: '提交', en: 'Begun' },
    toName: rules.type.states[step.to_state]?.name ?? { zh: step.to_state, en: step.to_state },
    on: step.taken_on,
    unitName: names.get(regionOf(step.by_unit)) ?? '',
    reason: isReadBy(rules.type, rules.type.steps[step.step]) ? (openSaid(context.secrets, row.id, step).reason ?? null) : null,
    isBack: rules.type.steps[step.step]?.isBack ?? false,
  }))
}

async function findRating({ tx }: ViewContext, matterId: string): Promise<MyMatter['rating']> {
  const { rows } = await tx.query<{ stars: number; on: PlainDate }>(
    'select stars, rated_on as on from casework.matter_ratings where matter_id = $1',
    [matterId],
  )
  return rows[0] ?? null
}

/** Steps of the applicant; where it is not their turn they may still withdraw, or report a loss. */
async function canOf(context: ViewContext, matter: LoadedMatter, line: { canRate: boolean }): Promise<MyMatter['can']> {
  const { row, rules, state } = matter
  if (!covers(context.actor, row.type_code) || (await isPersonGone(context, matter))) return { steps: [], give: false, rate: false }
  const steps = stepsFor(rules, state, ['applicant']).flatMap((code) => {
    const step = rules.type.steps[code]
    if (!step || !holds(step.when, state.answers)) return []
    const fields = fieldsOf(step.fields ?? [])
    return [{ code, name: step.name, needsReason: step.reason ?? false, fields, isTurn: row.holder === 'applicant' }]
  })
  return { steps, give: row.outcome === null, rate: line.canRate }
}

export const getMyMatter = view(contract.getMyMatter, {
  grant: 'own.read',
  where: async (input, context) => (await whereMyMatterIs(input, context)) && whereOwnFileIs(input, context),
  async run(context, { matterId }) {
    const matter = await findMatter(context, matterId)
    const { rows } = await context.tx.query<MyRow>(`select ${MY_COLUMNS} from ${MY_TABLES} where m.id = $1`, [matterId])
    const [line] = await myLines(context, rows)
    if (!matter || !line) return undefined
    const { row, rules, state } = matter
    const fields = fieldsTold(rules.type, state, (step) => isReadBy(rules.type, step))
    return {
      ...line,
      steps: row.steps,
      state: row.state,
      articles: [...rules.type.articles],
      fields: fieldsOf(fields),
      answers: maskedAnswers(fields, answersInWords(fields, state.answers)) as MyMatter['answers'],
      documents: (await documentsOf(context.tx, matter)).map(({ given, ...asked }) => ({
        ...asked,
        given: given && { how: given.how, at: given.at },
      })),
      taken: await takenOf(context, matter),
      ahead: wayAhead(rules.type, state.state, state.answers).map((code) => rules.type.states[code]?.name ?? { zh: code, en: code }),
      rating: await findRating(context, row.id),
      station: (await findDoor(context.tx, regionOf(row.unit_code))) ?? null,
      can: await canOf(context, matter, line),
    }
  },
})
