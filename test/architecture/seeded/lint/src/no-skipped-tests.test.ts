import { test } from 'vitest'

test.skip('nobody looks', () => {})
