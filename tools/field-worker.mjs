import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { root } from './terminal.mjs'

/** Rooms that nobody enters from the desk, and pictures of figures: not for a telephone in a village. */
const NOT_ALONG = /src\/faces\/(me|open|desk\/kit)\/|src\/modules\/placement\/|node_modules\/(echarts|zrender)\//

const WORKER = 'src/faces/desk/worker/desk-worker.js'
const SEAL = 'src/ui/styles/seal.svg'

const MANIFEST = {
  name: '归队 工作台',
  short_name: '归队',
  lang: 'zh-CN',
  id: '/desk',
  start_url: '/desk',
  scope: '/desk',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#B4232A',
  icons: [
    { src: '/desk-icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/desk-icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
  ],
}

/** Every file that the desk may ask for, by what imports what, from the one page on. */
function filesAlong(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set()
  const isAlong = ({ facadeModuleId, moduleIds = [] }) => ![facadeModuleId ?? '', moduleIds[0] ?? ''].some((id) => NOT_ALONG.test(id))
  const follow = (chunk) => {
    if (!chunk || found.has(chunk.fileName) || !isAlong(chunk)) return
    found.add(chunk.fileName)
    for (const name of [...chunk.imports, ...chunk.dynamicImports]) follow(byName.get(name))
  }
  for (const chunk of chunks) if (chunk.isEntry) follow(chunk)
  const styles = [...found].flatMap((name) => [...(byName.get(name)?.viteMetadata?.importedCss ?? [])])
  const pictures = [...found].flatMap((name) => [...(byName.get(name)?.viteMetadata?.importedAssets ?? [])])
  return [...new Set([...found, ...styles, ...pictures])].sort().map((name) => `/${name}`)
}

/** The seal with room around it: a telephone may cut a circle out of it. */
const maskable = (seal) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="#B4232A"/><svg x="96" y="96" width="320" height="320"${seal.slice(seal.indexOf('<svg') + 4)}</svg>`

/** Writes what makes the desk installable: worker, manifest and icons, beside the page. */
export const fieldWorker = () => ({
  name: 'guidui:field-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = filesAlong(bundle)
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
      const worker = readFileSync(resolve(root, WORKER), 'utf8')
        .replace('__FILES__', JSON.stringify(files))
        .replaceAll('__VERSION__', version)
      const seal = readFileSync(resolve(root, SEAL), 'utf8')
      const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source })
      emit('desk-worker.js', worker)
      emit('desk.webmanifest', JSON.stringify(MANIFEST))
      emit('desk-icon.svg', seal)
      emit('desk-icon-maskable.svg', maskable(seal))
    },
  },
})
