import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

/** Why something is not done, or must be looked at: said at once, above what it is about. */
export function Alarm({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <div>
        <p className="t">{title}</p>
        {children}
      </div>
    </div>
  )
}
