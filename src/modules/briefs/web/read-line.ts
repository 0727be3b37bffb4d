import type { EditedInline } from '../contract.ts'

type Bind = Extract<EditedInline, { kind: 'bind' }>

/** What a figure token shows. */
export interface Shown {
  readonly words: string
  readonly title: string
}

/** A token that stands in a line as one piece: the caret goes around it, Backspace takes it as a whole. */
function token(words: string, title: string): HTMLElement {
  const span = document.createElement('span')
  span.className = 'brief-figure'
  span.contentEditable = 'false'
  span.textContent = words
  span.title = title
  return span
}

/** A new number, computed once the brief is saved. */
export function bindToken(bind: Omit<Bind, 'kind'>, { words, title }: Shown): HTMLElement {
  const span = token(words, title)
  span.dataset['bind'] = JSON.stringify(bind)
  span.dataset['pending'] = 'true'
  return span
}

export function markToken(text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = 'brief-mark'
  span.dataset['mark'] = 'true'
  span.textContent = text
  return span
}

/** Puts a line into its element. */
export function drawLine(element: HTMLElement, inlines: readonly EditedInline[], shownOf: (key: string) => Shown): void {
  element.replaceChildren(
    ...inlines.map((inline) => {
      if (inline.kind === 'text') return document.createTextNode(inline.text)
      if (inline.kind === 'mark') return markToken(inline.text)
      if (inline.kind === 'bind') return bindToken(inline, { words: inline.code, title: inline.code })
      const { words, title } = shownOf(inline.key)
      const span = token(words, title)
      span.dataset['figure'] = inline.key
      return span
    }),
  )
}

/** Reads a line back from its element: whatever a browser wrapped around text while typing is text. */
export function readLine(element: Node): EditedInline[] {
  return [...element.childNodes].flatMap((node): EditedInline[] => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ? [{ kind: 'text', text: node.textContent }] : []
    if (!(node instanceof HTMLElement)) return []
    const { figure, bind, mark } = node.dataset
    if (figure !== undefined) return [{ kind: 'figure', key: figure }]
    if (bind !== undefined) return [{ kind: 'bind', ...(JSON.parse(bind) as Omit<Bind, 'kind'>) }]
    if (mark !== undefined) return node.textContent ? [{ kind: 'mark', text: node.textContent.slice(0, 60) }] : []
    return readLine(node)
  })
}
