import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** By the head of an address: what is fetched there, by everybody and besides by those who come without a cookie. */
const Ahead = z.record(z.string(), z.object({ everybody: z.array(z.string()), strangers: z.array(z.string()) }))

/** Links for the head of the page at an address, which let the browser fetch what the shell will ask for. */
export type LinksFor = (asked: { readonly url: string; readonly isStranger: boolean }) => string

const linkOf = (path: string): string =>
  path.endsWith('.css')
    ? `<link rel="preload" as="style" crossorigin href="${path}">`
    : `<link rel="modulepreload" crossorigin href="${path}">`

/** Reads what the build has written down (`ahead.json`); a build without it gives pages without such links. */
export async function readFilesAhead(root: string): Promise<LinksFor> {
  const text = await readFile(join(root, 'ahead.json'), 'utf8').catch(() => '{}')
  const heads = Object.entries(Ahead.parse(JSON.parse(text))).map(([head, { everybody, strangers }]) => ({
    head,
    everybody: everybody.map(linkOf).join(''),
    strangers: strangers.map(linkOf).join(''),
  }))
  return ({ url, isStranger }) => {
    const path = url.split('?')[0] ?? ''
    const found = heads.find(({ head }) => path === head || path.startsWith(`${head}/`))
    return found ? found.everybody + (isStranger ? found.strangers : '') : ''
  }
}
