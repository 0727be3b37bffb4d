import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react'
import type { EditedInline } from '../contract.ts'
import { drawLine, readLine, type Shown } from './read-line.ts'

interface EditableLineProps {
  label: string
  className: string
  inlines: readonly EditedInline[]
  shownOf: (key: string) => Shown
  onChange: (inlines: EditedInline[]) => void
  onFigure: (key: string) => void
  /** Enter: a new paragraph below. */
  onEnter?: () => void
  /** Backspace in an empty line takes it away. */
  onEmpty?: () => void
}

/**
 * A line whose words can be typed and whose numbers are tokens. The browser owns its content while it stands: it is drawn
 * once, and read back after each change.
 */
export function EditableLine({ label, className, inlines, shownOf, onChange, onFigure, onEnter, onEmpty }: EditableLineProps) {
  const ref = useRef<HTMLDivElement>(null)
  const first = useRef({ inlines, shownOf })
  useLayoutEffect(() => {
    if (ref.current) drawLine(ref.current, first.current.inlines, first.current.shownOf)
  }, [])
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      onEnter?.()
    }
    if (event.key === 'Backspace' && onEmpty && readLine(event.currentTarget).length === 0) {
      event.preventDefault()
      onEmpty()
    }
  }
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    event.preventDefault()
    const words = event.clipboardData.getData('text/plain').replaceAll(/\s*\n\s*/g, '')
    const range = getSelection()?.getRangeAt(0)
    range?.deleteContents()
    range?.insertNode(document.createTextNode(words))
    range?.collapse(false)
    onChange(readLine(event.currentTarget))
  }
  const click = ({ target }: MouseEvent) => {
    const key = target instanceof HTMLElement ? target.dataset['figure'] : undefined
    if (key !== undefined) onFigure(key)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea holds no tokens
    <div
      ref={ref}
      className={className}
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      contentEditable
      suppressContentEditableWarning
      onInput={(event) => onChange(readLine(event.currentTarget))}
      onKeyDown={press}
      onPaste={paste}
      onClick={click}
    />
  )
}
