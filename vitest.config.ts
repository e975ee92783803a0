import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Longer than `until` waits, so that it is the wait that says what did not come.
    testTimeout: 20_000,
    exclude: [...configDefaults.exclude, 'test/browser/**'],
    coverage: { include: ['schema/**', 'server/**', 'client/**'] },
  },
})
