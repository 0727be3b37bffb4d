import { registry } from '../../registry/index.ts'

export const borrowed = registry
