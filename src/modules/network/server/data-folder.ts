import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder `data/` of the house, from the sources and from the built program alike. */
export function dataFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'data', 'divisions', 'divisions.csv.gz'))) {
    const above = dirname(folder)
    if (above === folder)
      throw new Error('The folder data/divisions was not found above the program. Copy data/ from the source beside it.')
    folder = above
  }
  return join(folder, 'data')
}
