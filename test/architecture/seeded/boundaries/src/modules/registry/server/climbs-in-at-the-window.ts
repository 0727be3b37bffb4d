import { queries } from '../../network/server/queries.ts'

export const climbed = queries
