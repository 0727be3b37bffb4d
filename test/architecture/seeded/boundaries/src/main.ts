import { unlisted } from './modules/unlisted/index.ts'

export const joined = unlisted
