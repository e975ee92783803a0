import type { z } from 'zod'

/** Where and what was wrong, for a `malformed` refusal. */
export function issueOf(error: z.ZodError): { where: string; what: string } {
  const issue = error.issues[0]
  // Keys are the sender's own words and may be of any length.
  return {
    where: (issue?.path ?? []).map(String).join('.').slice(0, 200),
    what: (issue?.message ?? '').slice(0, 200),
  }
}
