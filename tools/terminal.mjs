import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root, wherever the command was typed. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** One line of progress, Chinese first, English beside it; not on the standard output, which belongs to the program. */
export const say = (chinese, english) => console.error(`· ${chinese}  ${english}`)

/** A plain sentence on what is wrong and what to do, then the end of this program. */
export function giveUp(...sentences) {
  console.error(sentences.map((sentence) => `✗ ${sentence}`).join('\n'))
  process.exit(1)
}

/** Seconds since `begun` (from `performance.now()`), as text. */
export const secondsSince = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`

/** The environment for a child: programs of node_modules are found by name. */
const environment = (extra) => ({
  ...process.env,
  PATH: [resolve(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  ...extra,
})

/**
 * Runs a program in the root and waits for its end. Resolves to `{ code, output }`; `quiet` gathers the output instead of
 * showing it. A program that cannot be started has code 127, one ended by a signal 1.
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => done({ code: 127, output: error.message }))
    child.on('close', (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}

/** Runs a JavaScript program of node_modules with this very Node: no shell, no PATH, the same on every system. */
export const runScript = (file, args, options) => run(process.execPath, [resolve(root, 'node_modules', file), ...args], options)

/**
 * Starts programs that stay, hands our signals on to them and ends with the exit code of the first that ends; the others
 * are ended with it. They share our process group and our terminal.
 */
export function becomeParentOf(...commands) {
  const children = commands.map((args) => spawn(process.execPath, args, { cwd: root, env: environment({}), stdio: 'inherit' }))
  const handOn = (signal) => {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => handOn(signal))

  return Promise.all(
    children.map(
      (child) =>
        new Promise((done) => {
          child.on('error', () => done(127))
          child.on('exit', (code, signal) => {
            handOn('SIGTERM')
            done(code ?? 128 + (constants.signals[signal] ?? 15))
          })
        }),
    ),
  ).then((codes) => Math.max(...codes))
}
