/** The page of all records. */
export const WORK_PATH = '/desk/work'

/** Which memorial facilities are public. */
export const SITES_PATH = '/desk/work-sites'

/** The page of one record; with `:recordId`, its pattern. */
export const recordPath = (recordId: string): string => [WORK_PATH, recordId].join('/')
