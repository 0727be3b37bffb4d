import type { Pages } from './open-pages.ts'

/** Runs in the page: presses a button once the heading stands, and tells when the button shows it. */
const UNTIL_ANSWERED = `new Promise((resolve) => {
  const look = () => {
    const button = document.querySelector('.mast button[aria-pressed]')
    const stands = button && document.querySelector('main.me h1')
    if (stands && button.getAttribute('aria-pressed') === 'true') return resolve(performance.now())
    if (stands) button.click()
    requestAnimationFrame(look)
  }
  look()
})`

/** Runs in the page: keeps what the browser says each key took, from the press to the painted frame. */
const KEEP_KEYS = `
  window.kept = []
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'keydown' || name === 'keyup' || name === 'input') window.kept.push({ at: startTime, took: duration })
    }
  }).observe({ type: 'event', durationThreshold: 16 })`

/** Milliseconds from asking for /me on a slow phone until its heading stands and a button has answered a press. */
export async function millisecondsUntilAnswering(pages: Pages): Promise<number> {
  const { page, close } = await pages.enter({ signedIn: false, slow: true })
  await page.goto(`${pages.address}/me`, { waitUntil: 'commit' })
  const milliseconds = (await page.evaluate(UNTIL_ANSWERED)) as number
  await close()
  return milliseconds
}

interface Kept {
  readonly at: number
  took: number
}

/** What somebody types into the region picker, and puts right. */
const TYPED = ['渝北', '凤鸣路', 'chaoyang', 'zhongguancun', 'gz', '建设', '440106', 'xinhua', '人民路', 'dongfeng', 'yb', '中山'] as const

/** Milliseconds from each key to the next painted frame, as the browser itself takes them, in the picker over the whole nation. */
export async function keyPresses(pages: Pages): Promise<number[]> {
  const { page, close } = await pages.enter({ signedIn: true, slow: true })
  await page.goto(`${pages.address}/desk/network/gaps`, { timeout: 120_000 })
  const input = page.locator('.region input').first()
  await input.waitFor({ timeout: 120_000 })
  await page.evaluate(KEEP_KEYS)
  let pressed = 0
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key)
    pressed += 1
    await page.waitForTimeout(120)
  }
  for (const word of TYPED) {
    await input.click()
    await page.keyboard.press('Control+A')
    for (const sign of word) await (/[ -~]/.test(sign) ? press(sign) : page.keyboard.insertText(sign).then(() => page.waitForTimeout(120)))
    await page.locator('.region [role=listbox], .region .drop-foot').first().waitFor()
    for (const key of ['ArrowDown', 'ArrowDown', 'PageDown', 'ArrowUp', 'Backspace']) await press(key)
  }
  await page.waitForTimeout(500)
  const kept = (await page.evaluate('window.kept')) as Kept[]
  await close()
  return perKey(kept, pressed)
}

/** Events of one key share their beginning to a few milliseconds and the worst of them counts; a key not told of took less than 16. */
function perKey(kept: readonly Kept[], pressed: number): number[] {
  const keys: Kept[] = []
  for (const event of kept.toSorted((one, other) => one.at - other.at)) {
    const last = keys.at(-1)
    if (last && event.at - last.at < 60) last.took = Math.max(last.took, event.took)
    else keys.push({ ...event })
  }
  const told = keys.map(({ took }) => took)
  return [...told, ...Array.from({ length: Math.max(0, pressed - told.length) }, () => 16)]
}
