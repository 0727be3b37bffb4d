import { field } from './field-desk.ts'

/** Makes the desk open without a network: the worker has every file when this resolves. Throws where the browser cannot. */
export async function installDesk(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/desk-worker.js', { scope: '/desk', updateViaCache: 'none' })
  await isActive(registration)
}

function isActive(registration: ServiceWorkerRegistration): Promise<void> {
  if (registration.active) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const worker = registration.installing ?? registration.waiting
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve()
      if (worker.state === 'redundant') reject(new Error('the desk could not be stored on this device'))
    })
  })
}

const BETWEEN_LOOKS_MS = 60 * 60_000

/** A page that has just opened is still asking for its parts, and an older browser may lose its way when the worker changes under it. */
const UNTIL_STILL_MS = 3_000

/** Looks for a newer desk now and then, and lets it take over when no save is running. Nothing where none is installed. */
export function watchUpgrades(): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined
  const look = async () => {
    const registration = await navigator.serviceWorker.getRegistration('/desk')
    if (!registration) return
    // One that waits already is not kept waiting: on a slow network the question for another may stay unanswered for long.
    letTakeOver(registration)
    if (navigator.onLine) await registration.update().catch(() => undefined)
    letTakeOver(registration)
  }
  const first = setTimeout(() => void look(), UNTIL_STILL_MS)
  const timer = setInterval(() => void look(), BETWEEN_LOOKS_MS)
  return () => {
    clearTimeout(first)
    clearInterval(timer)
  }
}

function letTakeOver({ waiting }: ServiceWorkerRegistration): void {
  if (waiting && !field.get().isSyncing) waiting.postMessage('take-over')
}

/** Tells the browser that the desk can be installed. On the desk alone: the other faces are pages. */
export function linkManifest(): void {
  if (document.querySelector('link[rel=manifest]')) return
  const link = document.createElement('link')
  link.rel = 'manifest'
  link.href = '/desk.webmanifest'
  document.head.append(link)
}
