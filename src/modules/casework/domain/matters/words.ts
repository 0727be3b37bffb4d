import type { Words } from './matter-type.ts'

/** A text as it is shown: Chinese first. */
export const words = (zh: string, en: string): Words => ({ zh, en })
