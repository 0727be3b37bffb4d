/** The key that does the same as the button it stands in or beside: N, /, Ctrl ↵. Read aloud through `aria-keyshortcuts`. */
export function KeyHint({ keys, on = 'ground' }: { keys: string; on?: 'ground' | 'fill' }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
    <kbd data-on={on} aria-hidden="true">
      {keys}
    </kbd>
  )
}
