import { now } from '../../platform/clock.ts'

export const stamped = now
