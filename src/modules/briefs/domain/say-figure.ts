import type { Answered, Binding } from './brief.ts'
import { sayChange } from './say-change.ts'
import { sayMeasured } from './say-measured.ts'

/** What a brief must know of an indicator to say its figures. */
export interface KnownIndicator {
  readonly code: string
  readonly label: string
  readonly unitKind: string
  readonly isRatio: boolean
}

/** A bound number in words. Where a share has nothing below its line, that is said. */
export function sayFigure({ say, as, against }: Binding, { value, previous, lastYear }: Answered, known: KnownIndicator): string {
  const { unitKind, isRatio } = known
  if (value === null) return '暂无数据'
  if (against === undefined) return sayMeasured({ value, unitKind, isRatio }, { say, as })
  const before = against === 'previous' ? previous : lastYear
  return sayChange({ now: value, before, against, isShare: unitKind === 'percent' || unitKind === 'perThousand' })
}
