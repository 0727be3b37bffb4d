#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../tools/terminal.mjs'

const CLI = resolve(root, 'dist/src/cli.js')

const USAGE = `用法 / usage: guidui COMMAND

  start              启动（首次会安装、编译、建库、载入示例地区）   start everything
  journal verify     核对日志链，指出第一处断裂                     walk the hash chains, name the first broken leaf
  backup FILE        备份数据库                                     write a backup
  restore FILE       恢复备份                                       restore one
  COMMAND --help     某个命令的说明                                 what a command does
`

/** A copy that was installed for running only (no compiler beside it) is used as it was built. */
async function prepare() {
  if (existsSync(CLI) && !existsSync(resolve(root, 'node_modules/typescript'))) return
  const [{ install }, { buildServer }] = await Promise.all([import('../tools/install.mjs'), import('../tools/build.mjs')])
  await install()
  if (!(await buildServer())) process.exit(1)
}

const [command] = process.argv.slice(2)
if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
  console.log(USAGE)
} else if (command === 'start') {
  process.argv.splice(2, 1)
  await import('../tools/start.mjs')
} else {
  await prepare()
  await import(pathToFileURL(CLI).href)
}
