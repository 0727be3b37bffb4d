import { assert } from 'fast-check'

export const read = assert
