import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the operator sets in the environment; everything has a default. */
interface Settings {
  /** ADREF_DATA: the database file. */
  readonly dataFile: string
  /** PORT: where it listens; 0 takes any free one. */
  readonly port: number
  /** ADREF_URL: the public address; undefined when it is http://localhost and the port. */
  readonly url: string | undefined
  /** ADREF_PROXIES: reverse proxies in front. */
  readonly proxies: number
  /** ADREF_LOG: level from which on is logged, as pino names them. */
  readonly logLevel: string
  /** ADREF_DEMONSTRATION: "no" starts with an empty database. */
  readonly demonstration: boolean
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folder of the built client. */
export const clientFolder = join(root, 'dist', 'client')

/** Reads the settings. Throws RangeError, quoting the value, when one cannot be used. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = wholeNumber(environment, 'PORT', 4100, 65_535)
  const url = environment['ADREF_URL']?.replace(/\/+$/, '') || undefined
  if (url !== undefined && (!URL.canParse(url) || new URL(url).origin !== url))
    throw new RangeError(`ADREF_URL is an origin such as https://adref.example.org, not: ${url}`)
  return {
    dataFile: environment['ADREF_DATA'] || join(root, 'data', 'adref.sqlite'),
    port,
    url,
    proxies: wholeNumber(environment, 'ADREF_PROXIES', 0, 10),
    logLevel: environment['ADREF_LOG'] || 'warn',
    demonstration: environment['ADREF_DEMONSTRATION'] !== 'no',
  }
}

function wholeNumber(environment: NodeJS.ProcessEnv, name: string, usual: number, most: number): number {
  const value = environment[name] || String(usual)
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > most)
    throw new RangeError(`${name} is a whole number up to ${most}, not: ${value}`)
  return number
}

/**
 * The secret that signs cookies, made on first use. It lies beside the database, not in it: a copy of the
 * database alone lets nobody in.
 */
export function secretBeside(dataFile: string): string {
  const file = `${dataFile}.secret`
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
