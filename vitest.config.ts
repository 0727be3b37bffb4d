import { defineConfig } from 'vitest/config'
import { OrderOfFiles } from './test/order-of-files.ts'

export default defineConfig({
  test: {
    sequence: { sequencer: OrderOfFiles },
    projects: [
      {
        test: {
          name: 'rule',
          // A worker reads each module once for all its files, here and below: no test may leave anything in one.
          isolate: false,
          maxWorkers: 2,
          include: [
            'src/kernel/**/*.test.ts',
            'src/modules/*/domain/**/*.test.ts',
            'src/modules/*/verifier/**/*.test.ts',
            'src/modules/*/web/**/*.test.ts',
            'src/ui/**/*.test.ts',
            'src/faces/**/*.test.ts',
            'test/outbox/**/*.test.ts',
            'test/placement/**/*.test.ts',
            'test/mission/holds.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'slice',
          include: [
            'src/platform/**/*.test.ts',
            'src/modules/*/server/**/*.test.ts',
            'demo/**/*.test.ts',
            'test/*.test.ts',
            'test/probes/**/*.test.ts',
            'test/faults/**/*.test.ts',
            'test/field/**/*.test.ts',
            'test/ledger/**/*.test.ts',
            'test/mission/mutation.test.ts',
          ],
          globalSetup: ['test/database/global-setup.ts'],
          isolate: false,
          // On a slow machine that does other things too a test may take ten times as long: this only ends one that hangs.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journey',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/database/global-setup.ts', 'test/journeys/prepare-demos.ts'],
          testTimeout: 180_000,
          // A page may take longer than a second to show what was done, where two journeys share the machine with the database.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 180_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
    ],
  },
})
