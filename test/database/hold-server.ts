// Runs a private server in a process that a test can kill: hold-server.ts <data directory> [leave]
// Prints `ready`; with `leave` it then ends without stopping the server, as an uncaught fault would.
import { startPrivateServer } from '../../src/platform/database/private-server.ts'

const [dataDirectory = '', leave] = process.argv.slice(2)
await startPrivateServer({ dataDirectory, log: (line) => console.info(line) })
console.info('ready')
if (leave) process.exit(1)
