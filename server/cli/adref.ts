import { existsSync } from 'node:fs'

/** A command: its arguments, what it does, and its work, which gives the exit code. */
interface Command {
  readonly usage: string
  readonly about: string
  /** Loads no more of the server than the command needs. */
  readonly run: (words: readonly string[]) => Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  serve: { usage: 'serve', about: 'Run the server.', run: async () => (await import('./serve.ts')).serve() },
  verify: {
    usage: 'verify FILE',
    about: 'Recompute every record in a database: which act, if any, was altered, removed or reordered.',
    run: async (words) => (await import('./verify.ts')).verify(words),
  },
  link: {
    usage: 'link PERSON',
    about: 'Print a one-use sign-in link for somebody known: e-mail address, full name or id.',
    run: async (words) => (await import('./link.ts')).link(words),
  },
  found: {
    usage: 'found TITLE NAME',
    about: 'Start a negotiation, and print a one-use link for the person of the secretariat who will run it.',
    run: async (words) => (await import('./found.ts')).found(words),
  },
  notation: {
    usage: 'notation FILE',
    about:
      'Count the brackets, alternatives and names of a text, and list orphan brackets, as JSON.' +
      '\n                           .txt, .md, .docx or .html; - for plain text from standard input',
    run: async (words) => (await import('./notation.ts')).notation(words),
  },
  convert: {
    usage: 'convert IN OUT',
    about:
      'Convert between .txt, .md, .docx, .html and .json, the record of a text.' +
      '\n                           --view base|compilation|clean   --names shown|groups|hidden',
    run: async (words) => (await import('./convert.ts')).convert(words),
  },
}

const [name = '', ...words] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
// npm runs a script in its package's folder; files are named from where it was called.
const { npm_lifecycle_event: script, INIT_CWD: called } = process.env
if (script === 'adref' && called && existsSync(called)) process.chdir(called)

if (command && words.some((word) => word === '--help' || word === '-h'))
  console.log(`Usage: adref ${command.usage}\n\n${command.about.replace(/^ +/gm, '')}`)
else if (command) process.exitCode = await command.run(words)
else {
  const wanted = name === '' || name === 'help' || name === '--help'
  const lines = Object.values(commands).map(({ usage, about }) => `  adref ${usage.padEnd(18)} ${about}`)
  const settings =
    'Settings come from the environment: ADREF_DATA, PORT, ADREF_URL and others that the README lists.'
  if (!wanted) console.error(`adref: there is no command “${name}”.\n`)
  console[wanted ? 'log' : 'error'](['Usage:', ...lines, '', settings].join('\n'))
  process.exitCode = wanted ? 0 : 2
}
