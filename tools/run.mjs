import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { install } from './install.mjs'
import { becomeParentOf, giveUp, root } from './terminal.mjs'

const [file, ...args] = process.argv.slice(2)
if (!file) giveUp('用法：node tools/run.mjs 文件.ts [参数]', 'Usage: node tools/run.mjs FILE.ts [arguments]')
if (!existsSync(resolve(root, file))) giveUp(`找不到 ${file}。`, `There is no ${file}.`)
await install()
process.exitCode = await becomeParentOf(['--import', 'tsx', file, ...args])
