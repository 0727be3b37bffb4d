const ANYWHERE = 'http://guidui.invalid'

/** Pages that somebody may come back to after signing in. */
const PAGES = /^\/(desk(\/|$)|$)/

/** A page of our own and nothing else, so that no link can lead people away; the beginning where it is none. */
export function ownPath(asked: string | undefined): string {
  if (!asked || asked.length > 500 || !URL.canParse(asked, ANYWHERE)) return '/'
  const { origin, pathname, search } = new URL(asked, ANYWHERE)
  return origin === ANYWHERE && PAGES.test(pathname) ? `${pathname}${search}` : '/'
}
