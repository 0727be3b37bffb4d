import { save } from './promise'

export const later = save
