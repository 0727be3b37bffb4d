import { save } from './promise.ts'

export const always = (): string => (save() ? 'saved' : 'lost')
