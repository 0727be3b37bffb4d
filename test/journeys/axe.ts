import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** Evaluated, not added as a tag: the page's own policy lets no foreign script in. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** One thing the automatic WCAG 2.2 A/AA rules found: the rule, how bad, and where. */
export interface Finding {
  readonly rule: string
  readonly impact: string
  readonly where: readonly string[]
}

interface AxeWindow {
  axe: {
    run(options: unknown): Promise<{ violations: { id: string; impact: string | null; nodes: { target: unknown[] }[] }[] }>
  }
}

/** What glides in or out has arrived: half faded, every word is too pale. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.all(running.map(({ finished }) => finished.catch(() => undefined)))
  })
}

/** What a person with another way of seeing or pointing would meet: serious and critical findings of the page as it stands. */
export async function seriousFindings(page: Page): Promise<Finding[]> {
  await standStill(page)
  // It stays for as long as the page does.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as AxeWindow
    const { violations: found } = await axe.run({
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    })
    return found.map(({ id, impact, nodes }) => ({
      rule: id,
      impact: impact ?? '',
      where: nodes.map(({ target }) => target.join(' ')).slice(0, 3),
    }))
  })
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
}
