import { readdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const [br, gz] = [promisify(brotliCompress), promisify(gzip)]

const IS_TEXT = /\.(js|css|svg|json)$/
/** Below this a packet is a packet. */
const SMALLEST = 1_000
/** One below the best: nearly as small in a third of the time. */
const QUALITY = 10

/** Writes `.br` and `.gz` beside each text file of a folder: done once by the build, so that no server spends time on it. */
export async function compressFolder(folder) {
  const names = (await readdir(folder)).filter((name) => IS_TEXT.test(name))
  await Promise.all(names.map((name) => compressFile(resolve(folder, name))))
}

async function compressFile(path) {
  const text = await readFile(path)
  if (text.length < SMALLEST) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  const [brotli, gzipped] = await Promise.all([br(text, { params }), gz(text, { level: 9 })])
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)])
}
