import { first } from './first-of-two.ts'

export const second = () => first
