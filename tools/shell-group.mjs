import { resolve } from 'node:path'
import { root } from './terminal.mjs'

const ENTRY = resolve(root, 'src/app.tsx').replaceAll('\\', '/')

/** Every module of ours that is imported from an entry on without being waited for. */
function importedFrom(entry, graph) {
  const found = new Set()
  const follow = (id) => {
    if (found.has(id) || id.includes('/node_modules/') || id.includes('\0')) return
    found.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) follow(imported)
  }
  follow(entry)
  // What the page itself names stays a file of its own: others find the way from there.
  found.delete(entry)
  return found
}

/**
 * A group of the bundler: what every page needs before it can show anything comes as one file. Cut by who else imports
 * what, it were two dozen files of a kilobyte, and a phone asks for six at a time, each a journey there and back.
 */
export function shellGroup() {
  let shell
  return {
    debugName: 'shell',
    name: (id, graph) => {
      shell ??= importedFrom(ENTRY, graph)
      return shell.has(id) ? 'shell' : null
    },
  }
}
