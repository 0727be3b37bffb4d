/** Nobody waits for a job: a busy machine must not make a good workbook look like a hostile one. */
export const UNHURRIED = { busyMs: 300_000 }
