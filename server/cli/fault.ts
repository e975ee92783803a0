import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Refusal } from '../../schema/refusal.ts'
import { maxFileBytes } from '../imports/read.ts'

/** Why a command cannot do its work: one line for whoever gave it. */
export interface Fault {
  readonly fault: string
}

/** Tells a fault from any result. */
export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'fault' in value

/** Prints the line on standard error and gives the exit code. */
export function complain({ fault }: Fault): number {
  console.error(`adref: ${fault}`)
  return 1
}

/** Says what is wrong with what was typed, and how the command is used; gives the exit code. */
export function misuse(sentence: string, usage: string): number {
  console.error(`adref: ${sentence}\nUsage: adref ${usage}`)
  return 2
}

/** The words of a command and its options; a sentence where they are others than it has. */
export function readWords(
  words: readonly string[],
  options: readonly string[] = [],
): { positionals: string[]; values: Readonly<Record<string, string>> } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
    })
    return { positionals, values: values as Record<string, string> }
  } catch {
    const known = options.map((name) => `--${name}`)
    const odd = words.find((word) => /^--?[^-]/.test(word) && !known.includes(word.replace(/=.*$/s, '')))
    const bare = known.find((name) => words.includes(name))
    return odd ? `there is no option ${odd.replace(/=.*$/s, '')}.` : `${bare ?? 'an option'} needs a value.`
  }
}

/** A file that was named on the command line. */
export interface GivenFile {
  readonly name: string
  /** In lower case, with its dot. */
  readonly ending: string
  readonly bytes: Uint8Array
}

/** Reads a file whose ending is one of those; a fault when it is not, or is not there, or is too large. */
export function openFile(path: string, endings: readonly string[]): GivenFile | Fault {
  const ending = endingOf(path)
  if (!endings.includes(ending)) return unknownEnding(path, endings)
  try {
    const bytes = readFileSync(path)
    if (bytes.length > maxFileBytes && ending !== '.json')
      return { fault: `${path} is larger than ${maxFileBytes >> 20} MB.` }
    return { name: basename(path), ending, bytes }
  } catch (error) {
    return { fault: fileFault(path, error, 'read') }
  }
}

/** Ending of a path in lower case, with its dot. */
export const endingOf = (path: string): string => extname(path).toLowerCase()

/** Names what could have been given. */
export const unknownEnding = (path: string, endings: readonly string[]): Fault => ({
  fault: `${path} does not end in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}.`,
})

const systemFaults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its folder is a file',
  EACCES: 'the system does not allow it',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
}

/** Why a file cannot be read or written, in a sentence. */
export function fileFault(path: string, error: unknown, what: 'read' | 'written'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return `${path} cannot be ${what}: ${systemFaults[code] ?? (code || 'the system gives no reason')}.`
}

const reasons: Readonly<Record<string, string>> = {
  empty: 'there are no words in it',
  pdf: 'it is a PDF file',
  rtf: 'it is a Rich Text file',
  'old-word': 'it is in the old Word format',
  picture: 'it is a picture',
  'not-text': 'it is not a text file',
  encoding: 'its encoding is unknown: save it as UTF-8',
  damaged: 'it is damaged',
  'too-complex': 'it takes too long to read: divide it',
  unpacked: 'it is too large unpacked',
  words: 'it has too many words',
  paragraphs: 'it has too many paragraphs',
}

/** What a refused file is told on the command line. */
export function refusalFault(path: string, { code, params }: Refusal): Fault {
  const what = String(params['what'] ?? '')
  const reason = reasons[what] ?? (code === 'too-large' ? 'it is too large' : 'it is damaged')
  return { fault: `${path} cannot be read: ${reason}.` }
}
