import { relative } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/**
 * The program in a handful of files: a thousand modules, each found, opened and read by itself, take longer to load than
 * a start may take. The modules as the compiler writes them, in `dist/src` and `dist/demo`, stay beside it: threads, kinds
 * of matters and the command line are loaded from there.
 */
export default defineConfig({
  plugins: [keepPlaces()],
  // Of the packages only the one of many small files; both that ask it must have the same.
  ssr: { noExternal: ['zod', 'fastify-type-provider-zod'] },
  build: {
    ssr: true,
    outDir: 'dist/program',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { main: 'src/main.ts' },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})

/** A module that asks where it lies is told the place of its twin under `dist`, where what it looks for beside it is. */
function keepPlaces(): Plugin {
  return {
    name: 'keep-places',
    transform(code, id) {
      const path = relative(import.meta.dirname, id).replaceAll('\\', '/')
      if (!/^(src|demo)\//.test(path) || !code.includes('import.meta')) return undefined
      const twin = (place: string) => `new URL(${JSON.stringify(`../${place}`)}, import.meta.url)`
      const url = `${twin(path.replace(/\.ts$/, '.js'))}.href`
      const folder = `process.getBuiltinModule('node:url').fileURLToPath(${twin(path.replace(/\/[^/]*$/, ''))})`
      return { code: code.replaceAll(/import\.meta\.(url|dirname)\b/g, (_, asked) => (asked === 'url' ? url : folder)), map: null }
    },
  }
}
