import { PersonPage } from './PersonPage.tsx'

export const pages = [{ path: '/desk/people', element: PersonPage }]
