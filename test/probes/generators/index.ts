import { accounts } from './accounts.ts'
import { accreditation } from './accreditation.ts'
import { assistance } from './assistance.ts'
import { benefits } from './benefits.ts'
import { briefs } from './briefs.ts'
import { casework } from './casework.ts'
import { doors } from './doors.ts'
import { duplicates } from './duplicates.ts'
import { exchange } from './exchange.ts'
import { field } from './field.ts'
import { figures } from './figures.ts'
import { incentives } from './incentives.ts'
import { journal } from './journal.ts'
import { matters } from './matters.ts'
import { memorialRounds } from './memorial.ts'
import { mine } from './mine.ts'
import { money } from './money.ts'
import { network } from './network.ts'
import { pairing } from './pairing.ts'
import { placement } from './placement.ts'
import { placementAfter } from './placement-after.ts'
import { placementPosts } from './placement-posts.ts'
import type { Generator } from './probe-case.ts'
import { registryActions } from './registry-actions.ts'
import { registryViews } from './registry-views.ts'
import { rounds } from './rounds.ts'
import { transferActions } from './transfer-actions.ts'
import { work } from './work.ts'

const GENERATORS: Readonly<Record<string, Generator>> = {
  ...accounts,
  ...assistance,
  ...network,
  ...accreditation,
  ...registryViews,
  ...registryActions,
  ...transferActions,
  ...duplicates,
  ...casework,
  ...matters,
  ...mine,
  ...doors,
  ...field,
  ...figures,
  ...journal,
  ...rounds,
  ...placementAfter,
  ...exchange,
  ...pairing,
  ...incentives,
  ...placement,
  ...placementPosts,
  ...benefits,
  ...work,
  ...memorialRounds,
  ...briefs,
  ...money,
}

/** @throws where nobody has written down what a call of the route looks like */
export function generatorOf(route: string): Generator {
  const generator = GENERATORS[route]
  if (!generator) throw new Error(`No generator for ${route}: write one in test/probes/generators.`)
  return generator
}

export const hasGenerator = (route: string): boolean => route in GENERATORS
