/** The nonce the server gave this page for style sheets; absent in development. */
export const styleNonce: string | undefined = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined

/**
 * antd passes the nonce to its own style sheets, but not to the two small ones it adds while it measures the scroll bar and
 * locks the page behind a dialog. So every style element made on the desk gets it.
 */
export function nonceEveryStyle(nonce: string): void {
  const make = document.createElement.bind(document)
  document.createElement = (tag: string, options?: ElementCreationOptions) => {
    const element = make(tag, options)
    if (tag === 'style') element.nonce = nonce
    return element
  }
}
