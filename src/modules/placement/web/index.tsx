import type { PageEntry } from '../../../ui/page-entry.ts'
import { roundPages } from './rounds-pages.tsx'

export const pages: PageEntry[] = [...roundPages]
