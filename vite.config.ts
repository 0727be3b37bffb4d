import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fieldWorker } from './tools/field-worker.mjs'
import { filesAhead } from './tools/files-ahead.mjs'
import { shellGroup } from './tools/shell-group.mjs'

/**
 * The web floor. Everything is served from our own origin. The server puts a fresh nonce for each answer in place of
 * `__CSP_NONCE__`, so that antd may add its style sheets under a strict content security policy.
 */
export default defineConfig({
  plugins: [react(), fieldWorker(), filesAhead()],
  html: { cspNonce: '__CSP_NONCE__' },
  publicDir: false,
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: ['chrome111', 'edge111', 'firefox121', 'safari16.4'],
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // What every face needs comes as one file: fewer requests, and it changes only when a library does. Contracts bring
        // zod: a page that asks nothing but who is signed in does without.
        codeSplitting: {
          groups: [
            { name: 'floor', test: /node_modules\/(react|react-dom|scheduler|react-router|cookie|@tanstack)\// },
            { name: 'zod', test: /node_modules\/zod\// },
            shellGroup(),
          ],
        },
      },
    },
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': 'http://127.0.0.1:7310' } },
})
