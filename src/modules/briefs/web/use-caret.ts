import { type RefObject, useEffect, useRef } from 'react'

export interface Caret {
  /** Puts an element where the caret last stood in a line; false where it stood in none. */
  insert(element: HTMLElement): boolean
  /** Wraps what is selected in a line; false where nothing is. */
  wrap(make: (text: string) => HTMLElement): boolean
}

const lineOf = (node: Node): HTMLElement | null =>
  (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>('[role=textbox]') ?? null

/** Remembers where the caret last stood in the paper: a click on a button beside it takes the focus away. */
export function useCaret(paper: RefObject<HTMLElement | null>): Caret {
  const last = useRef<Range>(undefined)
  useEffect(() => {
    const remember = () => {
      const selection = getSelection()
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined
      if (range && paper.current?.contains(range.commonAncestorContainer) && lineOf(range.commonAncestorContainer))
        last.current = range.cloneRange()
    }
    document.addEventListener('selectionchange', remember)
    return () => document.removeEventListener('selectionchange', remember)
  }, [paper])
  const place = (element: HTMLElement): boolean => {
    const range = last.current
    const line = range && lineOf(range.commonAncestorContainer)
    if (!range || !line) return false
    range.insertNode(element)
    range.setStartAfter(element)
    range.collapse(true)
    // The line reads itself back, as after typing.
    line.dispatchEvent(new InputEvent('input', { bubbles: true }))
    return true
  }
  return {
    insert: (element) => {
      last.current?.collapse(false)
      return place(element)
    },
    wrap: (make) => {
      const words = last.current?.toString() ?? ''
      if (words === '' || words.length > 60) return false
      last.current?.deleteContents()
      return place(make(words))
    },
  }
}
