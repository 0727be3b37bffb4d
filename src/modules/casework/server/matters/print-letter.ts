import { regionOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findDivision } from '../../../network/index.ts'
import { personCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import type { Letter } from '../../domain/matters/matter-type.ts'
import { dayInWords } from './day-in-words.ts'
import { openSaid } from './keep-matter.ts'
import { findMatter, type LoadedMatter, whereMatterIs } from './matter-rows.ts'
import { findSeatPlaces, seatsAt } from './seats.ts'

/** The reason that was given last. */
async function lastReason({ tx, secrets }: ViewContext, matterId: string): Promise<string> {
  const { rows } = await tx.query<{ number: number; said: Buffer | null }>(
    'select number, said from casework.matter_steps where matter_id = $1 order by number desc',
    [matterId],
  )
  return rows.map((step) => openSaid(secrets, matterId, step).reason ?? '').find((reason) => reason !== '') ?? ''
}

/** The word of an answer as it is read: of a choice its name. */
function answerInWords({ rules, state }: LoadedMatter, code: string): string {
  const answer = state.answers[code]
  const fields = [...rules.type.fields, ...Object.values(rules.type.steps).flatMap(({ fields = [] }) => fields)]
  const choice = fields.find((field) => field.code === code)?.choices?.find((one) => one.code === answer)
  return choice?.name.zh ?? (Array.isArray(answer) ? answer.join('、') : String(answer ?? ''))
}

async function valuesOf(context: ViewContext, matter: LoadedMatter): Promise<(name: string) => string> {
  const { row, rules, state } = matter
  const cards = row.person_id === null ? undefined : await personCards(context, [row.person_id])
  const unit = await findDivision(context.tx, regionOf(row.unit_code))
  const reason = await lastReason(context, row.id)
  const known: Record<string, string> = {
    name: (row.person_id === null ? undefined : cards?.get(row.person_id)?.nameMasked) ?? '来访群众',
    type: rules.type.name.zh,
    unit: unit?.name ?? '',
    today: dayInWords(context.today),
    opened: dayInWords(row.opened_on),
    reason,
  }
  return (name) => {
    const clock = /^due:(.+)$/.exec(name)?.[1]
    if (clock !== undefined) return dayInWords(state.clocks.findLast(({ code }) => code === clock)?.dueOn ?? '')
    return known[name] ?? answerInWords(matter, name)
  }
}

const filled = ({ paragraphs }: Letter, wordOf: (name: string) => string): string[] =>
  paragraphs.map((paragraph) => paragraph.replace(/\{\{([\w:]+)\}\}/g, (_, name: string) => wordOf(name)))

export const printLetter = view(contract.printLetter, {
  grant: 'matter.read',
  where: whereMatterIs,
  async run(context, { matterId, letter: code }) {
    const matter = await findMatter(context, matterId)
    const letter = matter?.rules.type.letters?.[code]
    if (!matter || !letter) return undefined
    const readers = matter.rules.type.readers
    const seats = seatsAt(context.actor, await findSeatPlaces(context.tx, matter.row.unit_code))
    if (readers && !readers.some((seat) => seats.includes(seat))) return undefined
    const unit = await findDivision(context.tx, regionOf(context.actor.unitCode))
    const paragraphs = filled(letter, await valuesOf(context, matter))
    return {
      title: letter.name,
      paragraphs,
      on: context.today,
      unitName: `${unit?.name ?? ''}退役军人服务${context.actor.tier === 'village' || context.actor.tier === 'township' ? '站' : '中心'}`,
    }
  },
})
