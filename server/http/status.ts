import type { Refusal, RefusalCode } from '../../schema/refusal.ts'

const statuses: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  'signed-out': 401,
  'not-allowed': 403,
  'other-delegation': 403,
  'not-speaking-for': 403,
  'not-sponsor': 403,
  'not-found': 404,
  'too-large': 413,
  outdated: 426,
  'too-many-windows': 429,
  'record-damaged': 503,
  unavailable: 503,
}

/** HTTP status of a refusal; what the state of the text forbids is a conflict. */
export const statusOf = ({ code }: Refusal): number => statuses[code] ?? 409
