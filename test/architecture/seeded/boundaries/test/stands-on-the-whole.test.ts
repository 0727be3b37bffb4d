import { modules } from '../src/catalogue.ts'

export const found = modules
