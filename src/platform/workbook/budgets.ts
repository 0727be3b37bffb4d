/** What reading one upload may cost. A file that would cost more is refused, never half read into memory. */
export type Budgets = {
  /** Size of the uploaded file. */
  readonly fileBytes: number
  /** All parts of the zip together, inflated. */
  readonly inflatedBytes: number
  /** Inflated bytes allowed for each packed byte of a part, once a part is past `ratioFloorBytes`. */
  readonly ratio: number
  readonly ratioFloorBytes: number
  readonly entries: number
  readonly sheets: number
  readonly columns: number
  /** Rows with content: a million, and room for titles and header. */
  readonly rows: number
  readonly sharedStrings: number
  readonly sharedStringBytes: number
  /** UTF-16 units in one cell; 32,767 is what spreadsheet programs hold. */
  readonly cellLength: number
  /** Busy time of the reading thread: a base, and an allowance for each megabyte of the file. */
  readonly busyMs: number
  readonly busyMsPerMegabyte: number
  /** Heap of the reading thread. */
  readonly heapMegabytes: number
}

export const BUDGETS: Budgets = {
  fileBytes: 256 * 1_048_576,
  inflatedBytes: 2_000_000_000,
  ratio: 120,
  ratioFloorBytes: 16 * 1_048_576,
  entries: 1_000,
  sheets: 100,
  columns: 200,
  rows: 1_000_100,
  sharedStrings: 8_000_000,
  sharedStringBytes: 128 * 1_048_576,
  cellLength: 32_767,
  busyMs: 2_000,
  busyMsPerMegabyte: 1_000,
  heapMegabytes: 96,
}
