import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import { type Pages, WEB } from './open-pages.ts'

export interface FirstLoad {
  readonly files: number
  /** All that came: pages, scripts, styles and answers, each gzipped. */
  readonly gzipped: number
  /** What the network really carried, heads included. */
  readonly transferred: number
}

/** Nothing more was asked for so long: the load has ended. What is fetched ahead comes later. */
const QUIET = 1_500

/** Loads a page into a browser that has never been here, until nothing more is asked for. */
export async function firstLoad(pages: Pages, path: string, signedIn: boolean): Promise<FirstLoad> {
  const { page, devtools, close } = await pages.enter({ signedIn, slow: false })
  let transferred = 0
  let lastAt = performance.now()
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    transferred += encodedDataLength
  })
  const bodies: Promise<number>[] = []
  page.on('response', (response) => {
    lastAt = performance.now()
    // The wire of live figures stays open and has no end to wait for.
    if (response.request().resourceType() === 'eventsource') return
    bodies.push(sizeOf(response))
  })
  await page.goto(pages.address + path, { waitUntil: 'load' })
  while (performance.now() - lastAt < QUIET) await page.waitForTimeout(100)
  const sizes = await Promise.all(bodies)
  await close()
  return { files: sizes.length, gzipped: sizes.reduce((total, size) => total + size, 0), transferred }
}

async function sizeOf(response: Response): Promise<number> {
  const { pathname } = new URL(response.url())
  if (pathname.startsWith('/assets/')) return gzippedFile(pathname)
  // An answer without a body, a redirect, has nothing to give.
  const body = await response.body().catch(() => Buffer.alloc(0))
  return body.length === 0 ? 0 : gzipSync(body).length
}

const gzippedFile = (pathname: string): number => gzipSync(readFileSync(join(WEB, pathname)), { level: 9 }).length
