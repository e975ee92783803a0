import { machine } from './machine.ts'
import type { Figure } from './measure.ts'
import { keep, table } from './report.ts'

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  core: async () => (await import('./core.ts')).measureCore(),
  notation: async () => (await import('./notation.ts')).measureNotation(),
  server: async () => (await import('./server.ts')).measureServer(),
  browser: async () => (await import('./browser.ts')).measureBrowser(),
}

const asked = process.argv.slice(2)
const unknown = asked.find((part) => !(part in parts))
if (unknown !== undefined) {
  console.error(
    `There is no part "${unknown}". Parts: ${Object.keys(parts).join(', ')}; all when none is named.`,
  )
  process.exit(2)
}

const here = machine()
const figures: Figure[] = []
for (const part of asked.length ? asked : Object.keys(parts)) {
  console.error(`Measuring ${part} …`)
  figures.push(...(await parts[part]!()))
}
console.log(table(here, figures))
console.log(`\nAll samples: ${keep(here, figures)}`)
