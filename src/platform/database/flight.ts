import type pg from 'pg'
import type { Prepared } from './prepared.ts'

/** One statement of a flight, its values as the wire takes them, and who waits for its answer. */
export interface Passenger {
  readonly asked: { readonly text: string } | Prepared
  readonly values: (string | Buffer | null)[]
  readonly land: (result: pg.QueryResult) => void
  readonly fail: (fault: Error) => void
}

/** What a statement answers with. Of a prepared one it never changes, so a connection asks for it once. */
interface Shape {
  readonly fields: readonly pg.FieldDef[]
  readonly parse: readonly ((text: string) => unknown)[]
}

interface Wire extends pg.Connection {
  /** By name, the text: what the driver has seen parsed on this connection. */
  readonly parsedStatements: Record<string, string | undefined>
}

/** The driver's own name for a query under way: what it calls as the messages of the server come in. */
interface Flight extends pg.Submittable {
  readonly name: string | undefined
  readonly text: string | undefined
  handleRowDescription(message: { fields: pg.FieldDef[] }): void
  handleDataRow(message: { fields: (string | null)[] }): void
  handleCommandComplete(message: { text: string }): void
  handleEmptyQuery(): void
  handleError(fault: Error): void
  handleReadyForQuery(): void
  handleCopyInResponse(connection: { sendCopyFail(reason: string): void }): void
}

const NOTHING: Shape = { fields: [], parse: [] }
const shapes = new WeakMap<pg.Connection, Map<string, Shape>>()

function shapesOf(connection: pg.Connection): Map<string, Shape> {
  const known = shapes.get(connection) ?? new Map<string, Shape>()
  shapes.set(connection, known)
  return known
}

const nameOf = ({ asked }: Passenger): string => ('name' in asked ? asked.name : '')

/** The messages of a whole flight as one write, with one Sync at the end. */
function messagesOf(passengers: readonly Passenger[], connection: Wire, known: ReadonlyMap<string, Shape>): Buffer {
  const chunks: Buffer[] = []
  const stream = { writable: true, write: (chunk: Buffer) => chunks.push(chunk) }
  const paper = Object.create(connection, { stream: { value: stream } }) as Wire
  const parsed = new Set<string>()
  for (const passenger of passengers) {
    const [name, { text }] = [nameOf(passenger), passenger.asked]
    if (name === '' || (connection.parsedStatements[name] === undefined && !parsed.has(name))) paper.parse({ name, text, types: [] }, true)
    parsed.add(name)
    paper.bind({ statement: name, values: passenger.values }, true)
    if (!known.has(name)) paper.describe({ type: 'P' }, true)
    paper.execute(null, true)
  }
  paper.sync()
  return Buffer.concat(chunks)
}

function resultOf(shape: Shape, rows: pg.QueryResultRow[], { text }: { text: string }): pg.QueryResult {
  const [, command = '', ...counts] = /^([A-Za-z]+)(?: (\d+))?(?: (\d+))?/.exec(text) ?? []
  const count = counts.findLast((word) => word !== undefined)
  return { command, rowCount: count === undefined ? null : Number(count), oid: 0, fields: [...shape.fields], rows }
}

function rowOf({ fields, parse }: Shape, texts: readonly (string | null)[]): pg.QueryResultRow {
  const row: pg.QueryResultRow = {}
  for (const [at, { name }] of fields.entries()) {
    const text = texts[at] ?? null
    row[name] = text === null ? null : (parse[at]?.(text) ?? text)
  }
  return row
}

/**
 * Several statements in one journey to the server and back. They run in their order, each seeing what those before it
 * did. At the first that fails the server leaves out the rest, and they fail with it.
 */
export function flightOf(passengers: readonly Passenger[], getTypeParser: pg.ClientBase['getTypeParser']): Flight {
  let at = 0
  let known = new Map<string, Shape>()
  let shape: Shape | undefined
  let rows: pg.QueryResultRow[] = []

  const shapeNow = (current: Passenger): Shape => shape ?? known.get(nameOf(current)) ?? NOTHING
  const land = (message: { text: string }): void => {
    const current = passengers[at]
    if (!current) return
    const told = shapeNow(current)
    if (nameOf(current) !== '') known.set(nameOf(current), told)
    current.land(resultOf(told, rows, message))
    ;[at, shape, rows] = [at + 1, undefined, []]
  }
  return {
    get name() {
      const current = passengers[at]
      return current && (nameOf(current) || undefined)
    },
    get text() {
      return passengers[at]?.asked.text
    },
    submit(connection) {
      known = shapesOf(connection)
      connection.stream.write(messagesOf(passengers, connection as Wire, known))
    },
    handleRowDescription({ fields }) {
      shape = { fields, parse: fields.map(({ dataTypeID }) => getTypeParser(dataTypeID, 'text') as (text: string) => unknown) }
    },
    handleDataRow({ fields }) {
      const current = passengers[at]
      if (current) rows.push(rowOf(shapeNow(current), fields))
    },
    handleCommandComplete: land,
    handleEmptyQuery: () => land({ text: '' }),
    handleError(fault) {
      for (const passenger of passengers.slice(at)) passenger.fail(fault)
      at = passengers.length
    },
    handleReadyForQuery: () => undefined,
    handleCopyInResponse: (connection) => connection.sendCopyFail('a flight brings no file'),
  }
}
