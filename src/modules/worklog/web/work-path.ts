/** The page of all records. */
export const WORK_PATH = '/desk/work'

/** The page of one record; with `:recordId`, its pattern. */
export const recordPath = (recordId: string): string => [WORK_PATH, recordId].join('/')
