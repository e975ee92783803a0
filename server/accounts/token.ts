import { createHash, randomBytes } from 'node:crypto'

/** A new id for a row or a text: 16 letters, digits, "-" and "_"; not secret. */
export const newId = (): string => randomBytes(12).toString('base64url')

/** A new secret of 256 bits, for the address of a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: its SHA-256. A secret of 256 random bits needs no slower hash. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
