import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

const BUILT = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g

/**
 * A stack with the places of the sources in place of those of the build. Whatever has no map stays as it is.
 *
 * The maps are read when a fault is told: `--enable-source-maps` would read all thousand of them at each start, which
 * takes a third of it.
 */
export const sourceStack = (stack: string): string =>
  stack.replaceAll(BUILT, (built, url: string, line: string, column: string) => {
    const map = findMap(`${url}.map`)
    const source = map?.findOrigin(Number(line), Number(column))
    if (!source || !('fileName' in source)) return built
    return `${fileURLToPath(new URL(source.fileName, url))}:${source.lineNumber}:${source.columnNumber}`
  })

function findMap(url: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(fileURLToPath(url), 'utf8')))
  } catch {
    return undefined
  }
}
