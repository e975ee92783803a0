import rateLimit, { ipKeyGenerator } from 'express-rate-limit'
import type { Request, RequestHandler } from 'express'
import { refuse } from '../../schema/refusal.ts'
import { minuteMs } from '../clock.ts'
import { sessionOf } from './session.ts'

/**
 * Requests of one person in a minute. Rooms sit behind one address, so the signed-in are counted by person;
 * a person typing, reading and tabling stays far below this.
 */
const personMax = 1_200
/** Requests without a session from one address in a minute: a full room opening the sign-in page at once. */
const addressMax = 3_000
/**
 * Links that lead nowhere, tried from one address in a quarter of an hour: far from guessing one of 256 bits, and far
 * from shutting out a delegation building in which many press last week's link.
 */
const wrongLinksMax = 600

const refused = refuse('unavailable', { why: 'too-many-requests' })

/** Holds back whoever asks too much. Runs once the session is known. */
export const limitRequests = (perPerson = personMax): RequestHandler =>
  rateLimit({
    windowMs: minuteMs,
    limit: (request) => (sessionOf(request) ? perPerson : addressMax),
    keyGenerator: (request) => sessionOf(request)?.person.id ?? addressOf(request),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    message: refused,
  })

/** Holds back whoever guesses at links; links that work are not counted. */
export const limitGuesses = (): RequestHandler =>
  rateLimit({
    windowMs: 15 * minuteMs,
    limit: wrongLinksMax,
    skipSuccessfulRequests: true,
    keyGenerator: addressOf,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    message: refused,
  })

const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? '')
