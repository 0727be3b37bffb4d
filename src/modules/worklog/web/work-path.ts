/** The page of all records. */
export const WORK_PATH = '/desk/work'

/** Which memorial facilities are public. */
export const SITES_PATH = '/desk/work-sites'

/** The rounds of memorial facilities: a page of the room that keeps them, reached through the work record's door. */
export const PATROLS_PATH = '/desk/memorials'

/** The page of one record; with `:recordId`, its pattern. */
export const recordPath = (recordId: string): string => [WORK_PATH, recordId].join('/')
