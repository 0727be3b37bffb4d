import { second } from './second-of-two.ts'

export const first = () => second
