import { Fragment, type ReactNode } from 'react'
import '../styles/figures.css'

/** Name and value, line by line. */
export function KeyValue({ rows }: { rows: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className="kv">
      {rows.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
