import { type ResourceLimits, Worker } from 'node:worker_threads'

/**
 * Starts a file of ours, named without its ending, in a thread of its own. From source it needs the loader this process
 * was started with; a build has plain JavaScript.
 *
 * @param from `import.meta.url` of whoever asks
 * @param resourceLimits of its heap, in megabytes; without them it may grow as large as the process
 */
export function openThread(name: string, from: string, workerData: unknown, resourceLimits: ResourceLimits = {}): Worker {
  const isSource = from.endsWith('.ts')
  const file = new URL(`${name}.${isSource ? 'ts' : 'js'}`, from)
  if (!isSource) return new Worker(file, { workerData, resourceLimits })
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const start = `import(${loader}).then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`
  return new Worker(start, { workerData, resourceLimits, eval: true })
}
