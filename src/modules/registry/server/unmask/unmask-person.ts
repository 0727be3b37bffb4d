import type { z } from 'zod'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import type { FileState } from '../../domain/file-state.ts'
import { wherePersonIs } from '../file/edit-file.ts'
import { findFile } from '../file/load-file.ts'

type Shown = Omit<z.output<typeof contract.unmaskPerson.output>, 'personId' | 'left'>

/** How often an account may see full data in a day. */
export async function unmaskDailyLimit({ tx }: Pick<ViewContext, 'tx'>): Promise<number> {
  const { rows } = await tx.query<{ value: number }>("select value from registry.settings where name = 'unmaskDailyLimit'")
  return rows[0]?.value ?? 0
}

/** The answer leaves with the commit, and so never before the leaf in the journal and the entry on the file. */
export const unmaskPerson = action(contract.unmaskPerson, {
  grant: 'person.unmask',
  where: wherePersonIs,
  refusals: { 'daily-limit': 409 },
  async run(context, input) {
    const fields = [...new Set(input.fields)]
    const limit = await unmaskDailyLimit(context)
    const seen = await countToday(context)
    if (seen >= limit) return refuse({ code: 'daily-limit', limit })
    const file = await findFile(context, input.personId)
    if (!file) throw new Error('the file was handed over while it was being opened')
    await context.tx.query(
      `insert into registry.unmaskings (bureau_code, id, unit_code, person_id, account_id, purpose, reason, fields, on_day, seen_at)
       values (left($1, 6), $2, $1, $3, $4, $5, $6, $7, $8, $9)`,
      [file.unitCode, context.actionId, file.id, context.actor.accountId, input.purpose, input.reason, fields, context.today, context.now],
    )
    context.subject(file.id)
    context.note({ purpose: input.purpose, fields: fields.join(' ') })
    return ok({ ...shown(file.state, fields), personId: file.id, left: limit - seen - 1 })
  },
})

/** Two requests of one account at once count one after the other. */
async function countToday({ tx, actor, today }: ActionContext): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 33))', [actor.accountId])
  const { rows } = await tx.query<{ seen: number }>(
    'select count(*)::int as seen from registry.unmaskings where account_id = $1 and on_day = $2',
    [actor.accountId, today],
  )
  return rows[0]?.seen ?? 0
}

function shown({ person, kin }: FileState, fields: readonly contract.MaskedField[]): Shown {
  const all: Required<Shown> = {
    name: person.name,
    citizenId: person.citizenId,
    bornOn: person.bornOn,
    phone: person.phone,
    address: person.address,
    bankCard: person.bankCard,
    kin: kin.map(({ id, name, phone, bornOn }) => ({ id, name, phone, bornOn })),
  }
  return Object.fromEntries(fields.map((field) => [field, all[field]]))
}
