/**
 * Which columns of a table hold ciphertexts, so that a rotation finds them: under what name and for which row each was
 * sealed, as SQL over the columns of the table.
 */
export interface SealedTable {
  /** `schema.table`. */
  readonly table: string
  readonly columns: readonly SealedColumn[]
}

export interface SealedColumn {
  readonly column: string
  /** The row that the ciphertext is bound to, as SQL for a text. */
  readonly row: string
  /** The name that it was sealed under, as SQL; `'schema.table.column'` where it is left out. */
  readonly as?: string
}

/** Columns of a table that are each bound to the same row, under their own names. */
export const sealedIn = (table: string, row: string, ...columns: readonly string[]): SealedTable => ({
  table,
  columns: columns.map((column) => ({ column, row })),
})

/** The name that a column's ciphertexts are sealed under, as SQL. */
export const sealedAs = (table: string, { column, as }: SealedColumn): string => as ?? `'${table}.${column}'`
