#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../tools/terminal.mjs'

const CLI = resolve(root, 'dist/src/cli.js')

/** A copy that was installed for running only (no compiler beside it) is used as it was built. */
async function prepare() {
  if (existsSync(CLI) && !existsSync(resolve(root, 'node_modules/typescript'))) return
  const [{ install }, { buildServer }] = await Promise.all([import('../tools/install.mjs'), import('../tools/build.mjs')])
  await install()
  if (!(await buildServer())) process.exit(1)
}

// Starting needs the pages too; every other command, and the list of commands, is the server's own.
if (process.argv[2] === 'start') {
  process.argv.splice(2, 1)
  await import('../tools/start.mjs')
} else {
  await prepare()
  await import(pathToFileURL(CLI).href)
}
