import { placement } from '../../placement/index.ts'

export const borrowed = placement
