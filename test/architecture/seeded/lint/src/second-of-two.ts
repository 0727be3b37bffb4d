import { first } from './no-import-cycles.ts'

export const second = (): number => first()
