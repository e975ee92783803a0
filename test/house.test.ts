import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Text of each file by its path from the root of the repository, with forward slashes. */
type Files = Readonly<Record<string, string>>

interface Rule {
  readonly title: string
  /** One line for each breach; none when the rule is kept. */
  readonly breaches: (files: Files) => readonly string[]
  /** A small repository that breaks the rule, to show that the check can fail. */
  readonly broken: Files
}

const maxLines = 400
const maxArchitectureLines = 150
// Spelled apart so that this file keeps its own rule.
const unfinished = ['TO' + 'DO', 'FIX' + 'ME']
const purePackages = ['diff', 'zod', '@noble/hashes']
const mayImport: Readonly<Record<string, readonly string[]>> = {
  schema: ['schema'],
  client: ['client', 'schema'],
  server: ['server', 'schema'],
  test: ['test', 'client', 'server', 'schema'],
}

const rules: readonly Rule[] = [
  {
    title: 'imports go from client and server to schema, never elsewhere',
    breaches: (files) =>
      importsIn(files)
        .filter(({ target }) => target !== undefined)
        .filter(({ file, target }) => !mayImport[folderOf(file)]?.includes(folderOf(target ?? '')))
        .map(({ file, name }) => `${file} imports ${name}`),
    broken: { 'schema/a.ts': "import { b } from '../server/b.ts'" },
  },
  {
    title: `schema imports no package but ${purePackages.join(', ')}`,
    breaches: (files) =>
      importsIn(files)
        .filter(({ file, target }) => folderOf(file) === 'schema' && target === undefined)
        .filter(({ name }) => !purePackages.some((pure) => name === pure || name.startsWith(`${pure}/`)))
        .map(({ file, name }) => `${file} imports ${name}`),
    broken: { 'schema/a.ts': "import { readFileSync } from 'node:fs'" },
  },
  {
    title: 'the client imports nothing of Node',
    breaches: (files) =>
      importsIn(files)
        .filter(({ file, name }) => folderOf(file) === 'client' && name.startsWith('node:'))
        .map(({ file, name }) => `${file} imports ${name}`),
    broken: { 'client/a.ts': "import { join } from 'node:path'" },
  },
  {
    title: 'no files import each other in a circle',
    breaches: circles,
    broken: { 'schema/a.ts': "import type { B } from './b.ts'", 'schema/b.ts': "import './a.ts'" },
  },
  {
    title: 'imports name a file, never a barrel that passes names on',
    breaches: (files) =>
      Object.keys(code(files)).filter(
        (file) => /\/index\.tsx?$/.test(file) || /^export\b[^;'"`=]*\bfrom\s*['"]/m.test(files[file] ?? ''),
      ),
    broken: { 'schema/all.ts': "export * from './a.ts'" },
  },
  {
    title: `no file is longer than ${maxLines} lines`,
    breaches: (files) =>
      Object.entries(code(files))
        .filter(([, text]) => lineCount(text) > maxLines)
        .map(([file, text]) => `${file} has ${lineCount(text)} lines`),
    broken: { 'server/a.ts': 'x\n'.repeat(maxLines + 1) },
  },
  {
    title: 'schema has no clock, no randomness, no input or output',
    breaches: (files) =>
      Object.entries(code(files))
        .filter(([file]) => folderOf(file) === 'schema')
        .flatMap(([file, text]) => impurities(text).map((found) => `${file} uses ${found}`)),
    broken: { 'schema/a.ts': 'export const now = () => Date.now()' },
  },
  {
    title: 'no notes to do later are left in the files',
    breaches: (files) => filesWith(files, new RegExp(`\\b(${unfinished.join('|')})\\b`)),
    broken: { 'server/a.ts': `// ${unfinished[0]}: finish` },
  },
  {
    title: 'no file names a folder of the machine it was made on',
    breaches: (files) =>
      filesWith(files, new RegExp(`(?<![\\w.~-])/(${['home', 'Users', 'work', 'root'].join('|')})/[\\w.-]+`)),
    broken: { 'README.md': `see ${['', 'home', 'somebody', 'adref'].join('/')}` },
  },
  {
    title: 'the lock has no address of a registry and lists the packages of every platform',
    breaches: (files) => lockGaps(files['package-lock.json'] ?? '{}'),
    broken: {
      'package-lock.json': '{"packages":{"node_modules/a":{"optionalDependencies":{"a-linux":"1"}}}}',
    },
  },
  {
    title: `ARCHITECTURE.md has at most ${maxArchitectureLines} lines and names every folder`,
    breaches: (files) => {
      const page = files['ARCHITECTURE.md']
      if (page === undefined) return []
      const tooLong = lineCount(page) > maxArchitectureLines ? [`it has ${lineCount(page)} lines`] : []
      return [...tooLong, ...foldersOf(files).filter((name) => !names(page, name))]
    },
    broken: { 'ARCHITECTURE.md': 'schema/ and more', 'schema/text/a.ts': '' },
  },
]

const repository = readRepository()

for (const rule of rules) {
  test(rule.title, () => {
    expect(rule.breaches(repository)).toEqual([])
  })
}

test.each(rules)('a breach is noticed: $title', ({ breaches, broken }) => {
  expect(breaches(broken)).not.toEqual([])
})

function readRepository(): Files {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const skipped = /^(node_modules|dist|data|coverage|test-results|playwright-report|\.git)$/
  const isText = /(\.(tsx?|cjs|css|html|json|md|ya?ml|sh|sql)|^\.[\w.]+|^run)$/
  const files: Record<string, string> = {}
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!skipped.test(path)) walk(path)
      } else if (entry.isFile() && isText.test(entry.name))
        files[path] = readFileSync(join(root, path), 'utf8')
    }
  }
  walk('')
  return files
}

/** The program files of the four folders. */
function code(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).filter(([file]) => folderOf(file) in mayImport && /\.(tsx?|cjs)$/.test(file)),
  )
}

interface Import {
  readonly file: string
  readonly name: string
  /** The imported file's path, where the import is relative. */
  readonly target: string | undefined
}

function importsIn(files: Files): readonly Import[] {
  const statement =
    /^\s*(?:import|export)\b[^;'"`=]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  return Object.entries(code(files)).flatMap(([file, text]) =>
    [...text.matchAll(statement)].map((match) => {
      const name = match[1] ?? match[2] ?? match[3] ?? ''
      return { file, name, target: name.startsWith('.') ? normalize(join(dirname(file), name)) : undefined }
    }),
  )
}

function circles(files: Files): readonly string[] {
  const targets = new Map<string, string[]>()
  for (const { file, target } of importsIn(files)) {
    if (target !== undefined) targets.set(file, [...(targets.get(file) ?? []), target])
  }
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) found.push([...path.slice(start), file].join(' → '))
    if (start >= 0 || done.has(file)) return
    for (const target of targets.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return found
}

/** The linter knows scopes and this does not; this one cannot be switched off by a comment. */
function impurities(text: string): readonly string[] {
  const bare = text
    .replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
  const banned =
    /(?<![.\w$])(?:window|document|process|Buffer|crypto|performance|localStorage|navigator|globalThis)\.|(?<![.\w$])(?:fetch|setTimeout|setInterval)\(|\bDate\.now\b|\bMath\.random\b|\bnew Date\(\)/g
  return bare.match(banned) ?? []
}

function lockGaps(lock: string): readonly string[] {
  interface Entry {
    readonly resolved?: string
    readonly optionalDependencies?: Readonly<Record<string, string>>
  }
  const { packages = {} } = JSON.parse(lock) as { packages?: Record<string, Entry> }
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...(entry.resolved === undefined ? [] : [`${path} carries an address`]),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      )
      .map((name) => `${path} needs ${name}, which the lock does not list`),
  ])
}

function foldersOf(files: Files): readonly string[] {
  const folders = Object.keys(files).map(dirname)
  const parents = folders.flatMap((folder) =>
    folder.split('/').map((_, i, all) => all.slice(0, i + 1).join('/')),
  )
  return [...new Set(parents)].filter((folder) => /^(client|server|schema)\b/.test(folder)).sort()
}

/** A page names a folder by its path, or in a drawn tree by its last part and a slash. */
function names(page: string, folder: string): boolean {
  const last = folder.slice(folder.lastIndexOf('/') + 1)
  return page.includes(folder) || new RegExp(`(?<![\\w-])${last}/`).test(page)
}

function filesWith(files: Files, pattern: RegExp): readonly string[] {
  return Object.keys(files).filter((file) => file !== 'package-lock.json' && pattern.test(files[file] ?? ''))
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')))
}

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}
