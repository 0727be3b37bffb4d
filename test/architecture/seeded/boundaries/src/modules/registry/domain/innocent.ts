import { ok } from '../../../kernel/result.ts'

export const innocent = ok
