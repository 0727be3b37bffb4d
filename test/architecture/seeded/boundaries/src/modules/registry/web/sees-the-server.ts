import { registry } from '../index.ts'

export const seen = registry
