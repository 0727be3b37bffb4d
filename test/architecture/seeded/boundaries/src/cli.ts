import { queries } from './modules/network/server/queries.ts'

export const climbed = queries
