import { readFileSync } from 'node:fs'
import { repositoryPath } from '../../../../platform/config/repository-path.ts'
import { Scheme } from '../../contract.ts'

/** Versions of the score table that come with the program. @throws at the start where a file is not as it must be */
export const SHIPPED_SCHEMES: readonly Scheme[] = ['scheme-2018.json'].map((name) =>
  Scheme.parse(JSON.parse(readFileSync(repositoryPath('data', 'placement', name), 'utf8'))),
)
