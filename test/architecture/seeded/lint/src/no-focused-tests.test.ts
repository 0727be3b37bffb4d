import { test } from 'vitest'

test.only('only here', () => {})
