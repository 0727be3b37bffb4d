import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { registryMessages } from '../messages.ts'
import type { PartProps } from './part-fields.ts'

interface PartListProps<T> {
  parts: readonly T[]
  onChange: (parts: T[]) => void
  /** The path of the list in the contract: `service`. */
  path: string
  errorAt: (path: string) => string | undefined
  fresh: T
  most: number
  addLabel: string
  titleOf: (count: number) => string
  draw: (props: PartProps<T>) => ReactNode
}

/** Several parts of one kind, each of which may be taken out again. */
export function PartList<T>({ parts, onChange, path, errorAt, fresh, most, addLabel, titleOf, draw }: PartListProps<T>) {
  const text = useText(registryMessages)
  return (
    <>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name while it is typed
        <fieldset key={at} className="part" aria-label={titleOf(at + 1)}>
          <div className="row part-head">
            <b>{titleOf(at + 1)}</b>
            <Button type="text" className="push" onClick={() => onChange(parts.filter((_, place) => place !== at))}>
              {text('registry.capture.remove')}
            </Button>
          </div>
          {draw({
            value: part,
            onChange: (next) => onChange(parts.map((old, place) => (place === at ? next : old))),
            errorAt: (field) => errorAt(`${path}.${at}.${field}`),
          })}
        </fieldset>
      ))}
      {parts.length < most && (
        <div className="part-add">
          <Button icon={<Icon name="plus" size={12} />} onClick={() => onChange([...parts, fresh])}>
            {addLabel}
          </Button>
        </div>
      )}
    </>
  )
}
