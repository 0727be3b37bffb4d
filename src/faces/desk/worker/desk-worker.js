// The service worker of the desk: pages and their files without a network. It never keeps an answer of the API.
// The build writes in the names of the files and the version they make together.

const FILES = __FILES__
const CACHE = 'guidui.desk.__VERSION__'

/** Longer than a page takes on a bad line; then the one that is here is shown. */
const PATIENCE_MS = 6_000

/**
 * What needs no thinking is told to the browser, which then asks without the worker: files lie in the store, the API is the
 * network's. It is quicker, and it is what makes a change of workers safe: Chromium (seen in 156) loses its way when a page keeps
 * asking the old worker for things while the new one takes over, and from then on opens no page of the desk for minutes.
 */
const ROUTES = [
  { condition: { urlPattern: '/assets/*' }, source: 'cache' },
  { condition: { urlPattern: '/api/*' }, source: 'network' },
]

self.addEventListener('install', (event) => {
  // Browsers that do not know it ask the worker for everything, as below.
  event.addRoutes?.(ROUTES).catch(() => undefined)
  event.waitUntil(keepFiles())
})

/** All or nothing: a worker that lacks a file is not installed, and the one before goes on. */
async function keepFiles() {
  const cache = await caches.open(CACHE)
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll(FILES.filter((file) => !kept.has(file)))
  const page = await fetch('/desk', { cache: 'reload', credentials: 'same-origin' })
  if (!page.ok) throw new Error(`the page of the desk did not come: ${page.status}`)
  await cache.put('/desk', page)
}

// Files of the version before stay until no page uses them: a page that is open may still ask for one of its parts.
self.addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()))
})

async function dropOld() {
  const ours = (await caches.keys()).filter((name) => name.startsWith('guidui.desk.'))
  const before = ours.filter((name) => name !== CACHE)
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)))
}

// A page asks for it when no save is running.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(pageOf(request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(fileOf(request))
})

/** The network first; without it, or where it keeps silent, the page that is here. */
async function pageOf(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (answer.status < 500) return answer
  } catch {
    // No network: the page that is here.
  }
  return (await caches.match('/desk', { cacheName: CACHE })) ?? Response.error()
}

/** Names carry their hash: what is here is what was asked for. */
const fileOf = async (request) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
