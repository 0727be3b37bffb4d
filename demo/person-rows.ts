import type { PlainDate } from '../src/kernel/plain-date.ts'
import {
  COMPLETE_FROM,
  citizenIndex,
  type FileState,
  filledFields,
  findClass,
  measureCompleteness,
  STATE_COLUMNS,
  searchKeysOf,
  stateValues,
} from '../src/modules/registry/index.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import type { TableCopier } from './copy-tables.ts'
import type { Dice } from './dice.ts'
import { writeFact } from './fact-rows.ts'

export interface DemoPerson {
  readonly id: string
  readonly unitCode: string
  readonly state: FileState
  readonly capturedOn: PlainDate
  readonly capturedBy: string
  readonly lastContactOn: PlainDate | null
}

const PEOPLE = `registry.people (bureau_code, unit_code, id, captured_on, captured_by, updated_at, version, completeness, last_contact_on, ${STATE_COLUMNS.join(', ')})`
const DIRECTORY = 'registry.citizen_directory (citizen_id_index, bureau_code, unit_code, person_id)'
const VERSIONS =
  'registry.person_versions (bureau_code, person_id, version, unit_code, changed_at, changed_by, reason, source, fields, snapshot)'
const SERVICE = `registry.service_records (bureau_code, id, person_id, unit_code, enlisted_on, discharged_on, rank_group, branch, placement_way,
  honours, combat, nuclear_test)`
const IDENTITIES = `registry.entitled_identities (bureau_code, id, person_id, unit_code, class_code, grade, cause, basis, status, from_on, to_on)`
const KIN = 'registry.kin (bureau_code, id, person_id, unit_code, relation, name, phone, born_on, is_contact, kin_person_id)'
const KEYS = 'registry.search_keys (bureau_code, kind, key, unit_code, person_id)'

type Values = Parameters<TableCopier['row']>[1]

/** Writes a file as if it had been captured: person, parts, keys, directory, first version, facts. */
export function writePerson(copier: TableCopier, { dice, secrets }: { dice: Dice; secrets: Secrets }, person: DemoPerson): void {
  const { id, unitCode, state, capturedOn, capturedBy, lastContactOn } = person
  const bureau = unitCode.slice(0, 6)
  const capturedAt = `${capturedOn}T0${dice.between(1, 9)}:30:00Z`
  const version = state.person.deceasedOn === null ? 1 : 2
  const completeness = measureCompleteness(state, findClass).percent
  const keys = searchKeysOf(state.person)
  const values = stateValues(id, state.person, { secrets, keys }) as Values
  copier.row(PEOPLE, [bureau, unitCode, id, capturedOn, capturedBy, capturedAt, version, completeness, lastContactOn, ...values])
  copier.row(DIRECTORY, [citizenIndex(secrets, state.person.citizenId), bureau, unitCode, id])
  writeVersions(copier, secrets, { ...person, capturedAt })
  writeParts(copier, secrets, person)
  const own = new Set(keys.map(({ kind, key }) => `${kind}\t${key}`))
  for (const key of own) {
    const [kind = '', text = ''] = key.split('\t')
    copier.row(KEYS, [bureau, kind, text, unitCode, id])
  }
  writeStocks(copier, dice, { person, isComplete: completeness >= COMPLETE_FROM })
}

/** Captured alive; a death is the second version. */
function writeVersions(
  copier: TableCopier,
  secrets: Secrets,
  { id, unitCode, capturedBy, capturedAt, state }: DemoPerson & { capturedAt: string },
): void {
  const write = (version: number, said: FileState, why: { at: string; reason: string; fields: readonly string[] }): void => {
    const snapshot = secrets.encrypt('registry.person_versions.snapshot', `${id}/${version}`, JSON.stringify(said))
    copier.row(VERSIONS, [unitCode.slice(0, 6), id, version, unitCode, why.at, capturedBy, why.reason, '演示数据', why.fields, snapshot])
  }
  const alive: FileState = { ...state, person: { ...state.person, deceasedOn: null, status: 'active' } }
  write(1, alive, { at: capturedAt, reason: '建档', fields: filledFields(alive) })
  const { deceasedOn } = state.person
  if (deceasedOn !== null) write(2, state, { at: `${deceasedOn}T08:00:00Z`, reason: '死亡登记', fields: ['deceasedOn', 'status'] })
}

function writeParts(copier: TableCopier, secrets: Secrets, { id, unitCode, state }: DemoPerson): void {
  const place = [id, unitCode] as const
  const bureau = unitCode.slice(0, 6)
  for (const { id: key, enlistedOn, dischargedOn, rankGroup, branch, placementWay, honours, combat, nuclearTest } of state.service) {
    const said = JSON.stringify(honours)
    copier.row(SERVICE, [bureau, key, ...place, enlistedOn, dischargedOn, rankGroup, branch, placementWay, said, combat, nuclearTest])
  }
  for (const { id: key, classCode, grade, cause, basis, status, fromOn, toOn } of state.identities) {
    copier.row(IDENTITIES, [bureau, key, ...place, classCode, grade, cause, basis, status, fromOn, toOn])
  }
  for (const { id: key, relation, name, phone, bornOn, isContact, kinPersonId } of state.kin) {
    const sealed = phone === null ? null : secrets.encrypt('registry.kin.phone', key, phone)
    copier.row(KIN, [bureau, key, ...place, relation, name, sealed, bornOn, isContact, kinPersonId])
  }
}

function writeStocks(copier: TableCopier, dice: Dice, { person, isComplete }: { person: DemoPerson; isComplete: boolean }): void {
  const { id, unitCode, capturedOn: on, state } = person
  const fact = { on, unitCode, personIds: [id] }
  const sex = { sex: state.person.sex }
  const stocks = [
    { kind: 'person.registered', ...fact, dimensions: sex },
    ...state.identities.map(({ classCode }) => ({ kind: 'identity.held', ...fact, dimensions: { class: classCode } })),
    ...(isComplete ? [{ kind: 'file.complete', ...fact }] : []),
  ]
  writeFact(copier, dice, { kind: 'person.captured', ...fact, dimensions: sex })
  for (const stock of stocks) writeFact(copier, dice, stock)
  const { deceasedOn } = state.person
  if (deceasedOn === null) return
  writeFact(copier, dice, { kind: 'person.died', ...fact, on: deceasedOn })
  for (const stock of stocks) writeFact(copier, dice, { ...stock, on: deceasedOn, quantity: -1 })
}
