// A mirror of the registry that lacks the packages of other systems leaves them out of package-lock.json, and `npm ci` then
// refuses the file everywhere. This writes them in (`--check` only says which are missing); run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { root } from './terminal.mjs'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']

/** `@swc/core-linux-arm64-musl` → the system it is for, said the way npm says it; undefined where the name does not tell. */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const [os, cpu] = [SYSTEMS.find((system) => words.includes(system)), PROCESSORS.find((processor) => words.includes(processor))]
  if (!os || !cpu) return undefined
  const libc = { gnu: 'glibc', musl: 'musl' }[words.find((word) => word === 'gnu' || word === 'musl')]
  return { os: [os], cpu: [cpu], ...(os === 'linux' && libc ? { libc: [libc] } : {}) }
}

/** Every optional package that a package of the list names and the list does not hold. */
function listMissing(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => path !== '' && !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version, dev, platform: platformOf(name) }))
      .filter(({ version, platform }) => platform !== undefined && /^\d+\.\d+\.\d+/.test(version)),
  )
}

const file = resolve(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = listMissing(lock.packages)

if (process.argv.includes('--check')) {
  for (const { name, version } of missing) console.log(`package-lock.json lacks ${name} ${version}: run node tools/complete-lock.mjs`)
  process.exitCode = missing.length === 0 ? 0 : 1
} else {
  const added = missing.map(({ name, version, dev, platform }) => [
    `node_modules/${name}`,
    { version, ...(dev ? { dev } : {}), optional: true, ...platform },
  ])
  const entries = [...Object.entries(lock.packages), ...added].toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`)
  console.log(`${added.length} packages added to package-lock.json`)
}
