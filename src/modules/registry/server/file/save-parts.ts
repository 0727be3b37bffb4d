import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { isSame } from '../../domain/changed-fields.ts'
import type { FileState } from '../../domain/file-state.ts'

interface Owner {
  readonly tx: Tx
  readonly secrets: Secrets
  readonly personId: string
  readonly unitCode: string
}

const TABLES = { service: 'service_records', identities: 'entitled_identities', kin: 'kin' } as const

/** Makes the rows of a file's parts what the new state says; `before` undefined for a new file. */
export async function saveParts(owner: Owner, before: FileState | undefined, after: FileState): Promise<void> {
  for (const part of ['service', 'identities', 'kin'] as const) {
    const rows = after[part]
    if (isSame(before?.[part] ?? [], rows)) continue
    const gone = (before?.[part] ?? []).map(({ id }) => id).filter((id) => !rows.some((row) => row.id === id))
    if (gone.length > 0) {
      await owner.tx.query(`delete from registry.${TABLES[part]} where bureau_code = left($1, 6) and id = any($2::uuid[])`, [
        owner.unitCode,
        gone,
      ])
    }
    if (rows.length > 0) await WRITERS[part](owner, after)
  }
}

const WRITERS = { service: writeService, identities: writeIdentities, kin: writeKin } as const

async function writeService({ tx, personId, unitCode }: Owner, { service }: FileState): Promise<void> {
  await tx.query(
    `insert into registry.service_records
       (bureau_code, id, person_id, unit_code, enlisted_on, discharged_on, rank_group, branch, placement_way, honours, combat, nuclear_test)
     select left($1, 6), s.id, $2, $1, s."enlistedOn", s."dischargedOn", s."rankGroup", s.branch, s."placementWay", s.honours, s.combat, s."nuclearTest"
       from jsonb_to_recordset($3::jsonb) as s(id uuid, "enlistedOn" date, "dischargedOn" date, "rankGroup" text, branch text,
         "placementWay" text, honours jsonb, combat boolean, "nuclearTest" boolean)
     on conflict (bureau_code, id) do update set enlisted_on = excluded.enlisted_on, discharged_on = excluded.discharged_on,
       rank_group = excluded.rank_group, branch = excluded.branch, placement_way = excluded.placement_way, honours = excluded.honours,
       combat = excluded.combat, nuclear_test = excluded.nuclear_test`,
    [unitCode, personId, JSON.stringify(service)],
  )
}

async function writeIdentities({ tx, personId, unitCode }: Owner, { identities }: FileState): Promise<void> {
  await tx.query(
    `insert into registry.entitled_identities
       (bureau_code, id, person_id, unit_code, class_code, grade, cause, basis, status, from_on, to_on)
     select left($1, 6), i.id, $2, $1, i."classCode", i.grade, i.cause, i.basis, i.status, i."fromOn", i."toOn"
       from jsonb_to_recordset($3::jsonb) as i(id uuid, "classCode" text, grade smallint, cause text, basis text, status text,
         "fromOn" date, "toOn" date)
     on conflict (bureau_code, id) do update set grade = excluded.grade, cause = excluded.cause, basis = excluded.basis,
       status = excluded.status, from_on = excluded.from_on, to_on = excluded.to_on`,
    [unitCode, personId, JSON.stringify(identities)],
  )
}

async function writeKin({ tx, secrets, personId, unitCode }: Owner, { kin }: FileState): Promise<void> {
  const sealed = kin.map((member) => ({
    ...member,
    phone: member.phone === null ? null : secrets.encrypt('registry.kin.phone', member.id, member.phone).toString('base64'),
  }))
  await tx.query(
    `insert into registry.kin (bureau_code, id, person_id, unit_code, relation, name, phone, born_on, is_contact, kin_person_id)
     select left($1, 6), k.id, $2, $1, k.relation, k.name, decode(k.phone, 'base64'), k."bornOn", k."isContact", k."kinPersonId"
       from jsonb_to_recordset($3::jsonb) as k(id uuid, relation text, name text, phone text, "bornOn" date, "isContact" boolean,
         "kinPersonId" uuid)
     on conflict (bureau_code, id) do update set relation = excluded.relation, name = excluded.name, phone = excluded.phone,
       born_on = excluded.born_on, is_contact = excluded.is_contact, kin_person_id = excluded.kin_person_id`,
    [unitCode, personId, JSON.stringify(sealed)],
  )
}
