import type { PageEntry } from '../../../ui/page-entry.ts'
import { roundPages } from './rounds-pages.tsx'
import { scorePages } from './score-pages.tsx'

export const pages: PageEntry[] = [...scorePages, ...roundPages]
