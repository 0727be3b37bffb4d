import type { Row } from '../server/row.ts'

export type Shown = Row
