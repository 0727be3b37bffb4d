import { type ChildProcess, fork } from 'node:child_process'
import memory from '../../tools/memory.json' with { type: 'json' }

/** Starts a server in a process of its own with the flags of the program, and nothing in its memory but what it needs. */
export const forkServer = (module: URL): ChildProcess =>
  fork(module, { execArgv: [...process.execArgv, ...memory.flags], env: { ...process.env, ...memory.environment } })
