import { ok, type Result } from '../../../../kernel/result.ts'
import type { SavedFile } from './save-file.ts'

/** The answer of an action on a part of a file names the part as well. */
export const withPart = <R>(saved: Result<SavedFile, R>, id: string): Result<SavedFile & { id: string }, R> =>
  saved.ok ? ok({ ...saved.value, id }) : saved
