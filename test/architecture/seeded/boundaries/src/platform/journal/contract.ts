import * as clock from '../clock.ts'

export const clocks = Object.keys(clock)
