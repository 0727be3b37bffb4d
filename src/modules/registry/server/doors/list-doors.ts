import { maskName, maskPhone } from '../../../../kernel/mask.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { wherePersonIs } from '../file/edit-file.ts'

interface AuthorityColumns {
  id: string
  agent_name: string
  agent_phone: Buffer
  relation: contract.AgentRelation
  kinds: string[] | null
  evidence: string
  from_on: PlainDate
  until_on: PlainDate
  ended: boolean
}

async function listAuthorities({ tx, secrets, today }: ViewContext, personId: string): Promise<contract.Doors['authorities']> {
  const { rows } = await tx.query<AuthorityColumns>(
    `select id, agent_name, agent_phone, relation, kinds, evidence, from_on, until_on, ended_at is not null as ended
       from registry.authorities where person_id = $1 order by registered_at desc limit 50`,
    [personId],
  )
  return rows.map((row) => ({
    id: row.id,
    agentNameMasked: maskName(row.agent_name),
    agentPhoneMasked: maskPhone(secrets.decrypt('registry.authorities.agent_phone', row.id, row.agent_phone)),
    relation: row.relation,
    kinds: row.kinds,
    evidence: row.evidence,
    fromOn: row.from_on,
    untilOn: row.until_on,
    state: row.ended ? 'ended' : row.until_on < today ? 'runOut' : 'inForce',
  }))
}

export const listDoors = view(contract.listDoors, {
  grant: 'person.read',
  where: wherePersonIs,
  async run(context, { personId }) {
    const { tx, now, actor } = context
    const bound = await tx.query<{ as: 'self' | 'agent'; authorityId: string | null; untilOn: PlainDate | null; at: string }>(
      'select acts_as as "as", authority_id as "authorityId", until_on as "untilOn", bound_at as at from access.bindings_of($1)',
      [personId],
    )
    const codes = await tx.query<{ ends_on: PlainDate }>(
      `select (ends_at at time zone 'Asia/Shanghai')::date as ends_on from registry.door_codes
        where person_id = $1 and authority_id is null and used_at is null and ends_at > $2 order by issued_at desc limit 1`,
      [personId, now],
    )
    return {
      bound: bound.rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
      codeEndsOn: codes.rows[0]?.ends_on ?? null,
      authorities: await listAuthorities(context, personId),
      can: { letIn: actor.grants.has('person.letIn') },
    }
  },
})
