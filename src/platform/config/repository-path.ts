import { join } from 'node:path'

/** A path in the repository (`data/…`, `migrations`), from the sources and from their compiled twin under `dist/` alike. */
export function repositoryPath(...parts: readonly string[]): string {
  const above = import.meta.dirname.slice(0, -join('src', 'platform', 'config').length)
  return join(above.replace(/dist[\\/]$/, ''), ...parts)
}
