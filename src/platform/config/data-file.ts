import { join } from 'node:path'

const HERE = join('src', 'platform', 'config')

/** A file of the repository's `data/`, seen from the sources or from their compiled twin under `dist/`. */
export function dataFile(...parts: readonly string[]): string {
  const above = import.meta.dirname.slice(0, import.meta.dirname.lastIndexOf(HERE))
  const root = above.endsWith(join('dist', '')) ? join(above, '..') : above
  return join(root, 'data', ...parts)
}
