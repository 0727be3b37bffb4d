import { casework } from '../../casework/index.ts'

export const borrowed = casework
