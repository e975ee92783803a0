import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Machine } from './machine.ts'
import type { Figure } from './measure.ts'
import { meets } from './measure.ts'

/** The figures as a table for a terminal, the machine above it. */
export function table(machine: Machine, figures: readonly Figure[]): string {
  const { processor, cores, memoryGiB, system, node, load } = machine
  const rows = [['figure', 'value', 'target', '', 'beside it', 'ratio'], ...figures.map(rowOf)]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column]!, column))
      .join('  ')
      .trimEnd(),
  )
  lines.splice(1, 0, '-'.repeat(Math.max(...lines.map(({ length }) => length))))
  return [
    `${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, load ${load.join(' ')}`,
    '',
    ...lines,
  ].join('\n')
}

function rowOf(figure: Figure): string[] {
  const { part, what, unit, value, target, peer } = figure
  const met = meets(figure)
  return [
    `${part}: ${what}`,
    `${number(value)} ${unit}`,
    target === null ? '' : `${unit === '/s' ? '≥' : '≤'} ${target} ${unit}`,
    met === null ? '' : met ? 'met' : 'MISSED',
    peer ? `${peer.what}: ${number(peer.value)} ${unit}` : '',
    peer ? (value / peer.value).toFixed(2) : '',
  ]
}

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

const pad = (cell: string, width: number, column: number): string =>
  column === 1 || column === 5 ? cell.padStart(width) : cell.padEnd(width)

/** Writes all that was measured as JSON into a new folder for temporary files; gives its path. */
export function keep(machine: Machine, figures: readonly Figure[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'adref-bench-')), 'figures.json')
  writeFileSync(file, JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2))
  return file
}
