import { root } from './terminal.mjs'

/** By the head of an address: the pages that everybody meets there first, and those who have never been here. */
const ROOMS = {
  '/desk': { everybody: ['src/faces/desk/DeskFrame.tsx'], strangers: ['src/faces/desk/SignInPage.tsx'] },
  '/sign-in': { everybody: ['src/faces/desk/SignInPage.tsx'], strangers: [] },
  '/me': { everybody: ['src/faces/me/MeFrame.tsx'], strangers: ['src/faces/me/session/PhonePage.tsx'] },
  '/open': { everybody: ['src/faces/open/OpenFrame.tsx', 'src/faces/open/OpenHome.tsx'], strangers: [] },
}

/** A chunk's file and all that it imports, with their style sheets; without what the page asks for anyway. */
function filesOf(bundle, page, known) {
  const byName = new Map(Object.values(bundle).map((file) => [file.fileName, file]))
  const isOfPage = ({ moduleIds = [] }) => moduleIds.some((id) => id.replaceAll('\\', '/') === `${root.replaceAll('\\', '/')}/${page}`)
  const first = [...byName.values()].find(isOfPage)
  if (!first) throw new Error(`${page} is in no file of the build: put tools/files-ahead.mjs right`)
  const found = new Set()
  const follow = (name) => {
    const chunk = byName.get(name)
    if (!chunk || found.has(name) || known.has(name)) return
    found.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    for (const imported of chunk.imports) follow(imported)
  }
  follow(first.fileName)
  return [...found]
}

/**
 * Writes down beside the page what each face will ask for once the shell has run, for the server to say so with the page:
 * a phone fetches it meanwhile.
 */
export const filesAhead = () => ({
  name: 'guidui:files-ahead',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const shell = Object.values(bundle).find(({ isEntry }) => isEntry)
      const known = new Set([shell.fileName, ...shell.imports])
      const listed = (pages) => [...new Set(pages.flatMap((page) => filesOf(bundle, page, known)))].map((name) => `/${name}`)
      const rooms = Object.entries(ROOMS).map(([head, { everybody, strangers }]) => {
        const first = listed(everybody)
        return [head, { everybody: first, strangers: listed(strangers).filter((name) => !first.includes(name)) }]
      })
      this.emitFile({ type: 'asset', fileName: 'ahead.json', source: JSON.stringify(Object.fromEntries(rooms)) })
    },
  },
})
