import { world } from '../../test/world.ts'

export const leaned = world
