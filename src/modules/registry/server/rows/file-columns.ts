import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Fact } from '../../../../platform/actions/context.ts'
import { factColumns } from '../../../../platform/actions/write-facts.ts'
import {
  booleanColumn,
  byteaColumn,
  dateColumn,
  smallintColumn,
  textColumn,
  uuidColumn,
} from '../../../../platform/database/column-arrays.ts'
import { joinColumns } from '../../../../platform/database/join-columns.ts'
import type { FileState } from '../../domain/file-state.ts'
import { emitComplete, emitStocks, isComplete } from '../file/registry-facts.ts'
import type { SealedFile } from './seal-file.ts'
import type { SearchKey } from './search-keys.ts'

/** Many new files as the columns of their rows, table by table: ready to be sent, and cheap to pass on between threads. */
export interface FileColumns {
  readonly count: number
  readonly people: readonly Buffer[]
  readonly service: readonly Buffer[]
  readonly identities: readonly Buffer[]
  readonly keys: readonly Buffer[]
  readonly versions: readonly Buffer[]
  readonly facts: readonly Buffer[]
}

/** The tables of `FileColumns`, in the order in which they travel. */
export const COLUMN_TABLES = ['people', 'service', 'identities', 'keys', 'versions', 'facts'] as const
export type ColumnTable = (typeof COLUMN_TABLES)[number]

/** Types of `STATE_COLUMNS`. */
export const STATE_TYPES = [
  ...['text', 'text', 'text', 'date', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea'],
  ...['text', 'text', 'text', 'text', 'text', 'text', 'text', 'date', 'uuid', 'text', 'text', 'text'],
] as const

const COLUMN_OF = { text: textColumn, date: dateColumn, bytea: byteaColumn, uuid: uuidColumn } as const

/** Works out all rows that opening the files writes. Needs no database. */
export function fileColumns(files: readonly SealedFile[], today: PlainDate): FileColumns {
  const [ids, units] = [uuidColumn(files.map(({ id }) => id)), textColumn(files.map(({ unitCode }) => unitCode))]
  return {
    count: files.length,
    people: [
      ...[units, ids, smallintColumn(files.map(({ completeness }) => completeness))],
      ...STATE_TYPES.map((type, at) => COLUMN_OF[type](files.map(({ values }) => values[at] as never))),
    ],
    service: serviceColumns(files),
    identities: identityColumns(files),
    keys: [units, ids, textColumn(files.map(keyWords))],
    versions: [
      ...[ids, units, textColumn(files.map(({ source }) => source)), textColumn(files.map(({ fields }) => fields))],
      byteaColumn(files.map(({ snapshot }) => snapshot)),
    ],
    facts: openingFacts(files, today),
  }
}

/** The columns of files that were worked out in several parts, in their order. */
export function joinFileColumns(parts: readonly FileColumns[]): FileColumns {
  const joined = {} as Record<ColumnTable, Buffer[]>
  for (const table of COLUMN_TABLES) {
    const filled = parts.map((part) => part[table]).filter(({ length }) => length > 0)
    joined[table] = (filled[0] ?? []).map((_, at) => joinColumns(filled.map((columns) => columns[at] ?? Buffer.alloc(0))))
  }
  return { count: parts.reduce((sum, { count }) => sum + count, 0), ...joined }
}

/** Parts of files, each with the file it belongs to. */
const partsOf = <T extends object>(files: readonly SealedFile[], parts: (state: FileState) => readonly T[]) =>
  files.flatMap(({ id, unitCode, state }) => parts(state).map((part) => ({ part, personId: id, unitCode })))

function serviceColumns(files: readonly SealedFile[]): Buffer[] {
  const spells = partsOf(files, ({ service }) => service)
  return [
    uuidColumn(spells.map(({ part }) => part.id)),
    uuidColumn(spells.map(({ personId }) => personId)),
    textColumn(spells.map(({ unitCode }) => unitCode)),
    dateColumn(spells.map(({ part }) => part.enlistedOn)),
    dateColumn(spells.map(({ part }) => part.dischargedOn)),
    textColumn(spells.map(({ part }) => part.rankGroup)),
    textColumn(spells.map(({ part }) => part.branch)),
    textColumn(spells.map(({ part }) => part.placementWay)),
    textColumn(spells.map(({ part }) => JSON.stringify(part.honours))),
    booleanColumn(spells.map(({ part }) => part.combat)),
    booleanColumn(spells.map(({ part }) => part.nuclearTest)),
  ]
}

function identityColumns(files: readonly SealedFile[]): Buffer[] {
  const held = partsOf(files, ({ identities }) => identities)
  return [
    uuidColumn(held.map(({ part }) => part.id)),
    uuidColumn(held.map(({ personId }) => personId)),
    textColumn(held.map(({ unitCode }) => unitCode)),
    textColumn(held.map(({ part }) => part.classCode)),
    smallintColumn(held.map(({ part }) => part.grade)),
    textColumn(held.map(({ part }) => part.cause)),
    textColumn(held.map(({ part }) => part.basis)),
    textColumn(held.map(({ part }) => part.status)),
    dateColumn(held.map(({ part }) => part.fromOn)),
    dateColumn(held.map(({ part }) => part.toOn)),
  ]
}

/** By what letter the kind of a key is told where all keys of a file are one text, and what stands between them: no key has a space. */
export const KEY_LETTERS = { full: 'f', suffix: 's', pinyin: 'p', initials: 'i' } as const satisfies Record<SearchKey['kind'], string>
export const KEY_GAP = ' '

const keyWords = ({ keys }: SealedFile): string => keys.map(({ kind, key }) => KEY_LETTERS[kind] + key).join(KEY_GAP)

function openingFacts(files: readonly SealedFile[], today: PlainDate): Buffer[] {
  const facts: Fact[] = []
  const context = { today, fact: (fact: Fact) => void facts.push(fact) }
  for (const { id, unitCode, state, completeness } of files) {
    context.fact({ kind: 'person.captured', on: today, unitCode, personIds: [id], dimensions: { sex: state.person.sex } })
    emitStocks(context, id, { after: { unitCode, state } })
    emitComplete(context, { personId: id, unitCode, was: false, is: isComplete(state, completeness) })
  }
  const [first] = files
  return first ? factColumns(facts, first.unitCode) : []
}
