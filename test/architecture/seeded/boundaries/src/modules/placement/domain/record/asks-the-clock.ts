import { now } from '../../../../platform/clock.ts'

export const asked = now
