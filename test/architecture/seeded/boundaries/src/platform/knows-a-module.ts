import { network } from '../modules/network/index.ts'

export const known = network
