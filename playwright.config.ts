import { existsSync, readFileSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const note = new URL('node_modules/.cache/adref/chromium', import.meta.url)
const chromium = existsSync(note) ? readFileSync(note, 'utf8') : undefined
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  // A busy machine is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    headless: true,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        // Chromium refuses to start its sandbox as root.
        ...(isRoot ? ['--no-sandbox'] : []),
        // Nothing but the tests may use the network.
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
