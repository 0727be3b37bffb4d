import { registry } from '../index.ts'

export const PersonPage = () => <p>{registry}</p>
