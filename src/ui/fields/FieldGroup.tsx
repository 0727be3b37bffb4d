import { type ReactNode, useId } from 'react'

/** Several controls under one label: chips, radios, switches. */
export function FieldGroup({ label, error, children }: { label: ReactNode; error?: string | undefined; children: ReactNode }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser
    <div className="field" role="group" aria-labelledby={id} data-wrong={error !== undefined || undefined}>
      <span className="field-label" id={id}>
        {label}
      </span>
      {children}
      {error !== undefined && (
        <div className="field-error" role="alert">
          {error}
        </div>
      )}
    </div>
  )
}
