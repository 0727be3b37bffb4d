import { parse } from 'acorn'

export const read = parse
