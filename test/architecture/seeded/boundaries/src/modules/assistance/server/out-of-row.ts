import { benefits } from '../../benefits/index.ts'

export const borrowed = benefits
