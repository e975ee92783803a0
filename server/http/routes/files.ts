import { z } from 'zod'
import { limits } from '../../../schema/record/deed.ts'
import { servesChair } from '../../../schema/record/rights.ts'
import { isRefusal, refuse } from '../../../schema/refusal.ts'
import type { Refusal } from '../../../schema/refusal.ts'
import { namings } from '../../../schema/view/passage.ts'
import { styleChoices } from '../../../schema/view/style.ts'
import { exportFormats, exportText } from '../../exports/export.ts'
import { previewImport } from '../../imports/preview.ts'
import { maxFileBytes } from '../../imports/read.ts'
import type { Services } from '../../services.ts'
import { enterText } from '../access.ts'
import { ok, route } from '../route.ts'
import type { Route } from '../route.ts'

const exportQuery = z.object({
  what: z.enum(['clean', 'compilation']),
  format: z.enum(exportFormats),
  names: z.enum(namings).default('shown'),
  place: z
    .enum(styleChoices.names)
    .default('before')
    .describe('Where names stand: before or after the words'),
  position: z.enum(styleChoices.position).default('colon').describe('"RF: delete" or "RF delete"'),
  labels: z.enum(styleChoices.labels).default('spaced').describe('"OP4 bis", "OP4bis" or "OP4.bis"'),
  changes: z
    .enum(styleChoices.changes)
    .default('brackets')
    .describe('Brackets, or deletions struck and additions bold and underlined'),
  members: z.literal('1').optional().describe('Members in place of their group'),
  omit: z.literal('1').optional().describe('Without the paragraphs that nobody asks to change'),
  keep: z.literal('1').optional(),
  page: z.literal('1').optional().describe('Only what stands on the first page, to be looked at before'),
  n: z.coerce.number().int().min(1).optional(),
})
const typedText = z.strictObject({ text: z.string().max(limits.words) })

/** Files in and out. */
export function fileRoutes(services: Services): Route[] {
  const { memberships, record, clock } = services
  const oneAmongFew = createFew()
  return [
    route<Uint8Array, { name: string }>({
      method: 'post',
      path: '/imports/preview',
      summary: 'What a file (octet-stream) or a typed text (JSON) would make of a text; nothing is stored',
      raw: true,
      bodyLimit: maxFileBytes,
      query: z.object({ name: z.string().max(1_000).default('text.txt') }),
      async handle({ session, headers, body, query }) {
        const seats = await memberships.of(session.person.id)
        if (!seats.some(({ role }) => servesChair(role)))
          return refuse('not-allowed', { role: seats[0]?.role ?? 'observer', deed: 'open' })
        const typed = headers.get('content-type')?.startsWith('application/json') ?? false
        const bytes = typed ? typedBytes(body) : body
        if (isRefusal(bytes)) return bytes
        const preview = await previewImport(query.name, bytes)
        return isRefusal(preview) ? preview : ok(preview)
      },
    }),
    route({
      method: 'get',
      path: '/texts/:text/export',
      summary: 'The text as a file; a clean text with open brackets only when `keep` is asked for',
      query: exportQuery,
      async handle({ session, part, query }) {
        const { n, what, format, names, place, position, labels, changes, members, omit, keep, page } = query
        const access = await enterText(services, part('text'), session.person.id)
        if (isRefusal(access)) return access
        const { id } = access.entry
        const state = n === undefined ? await record.state(id) : await record.stateAt(id, n)
        if (state === null) return refuse('not-found', { what: 'act' })
        const at = clock().toISOString()
        const file = await oneAmongFew(session.person.id, () =>
          exportText(state, {
            what,
            format,
            names,
            style: { names: place, position, labels, changes, members: members === '1' },
            omit: omit === '1',
            keep: keep === '1',
            page: page === '1',
            at,
          }),
        )
        if (isRefusal(file)) return file
        return { status: 200, file: { name: file.fileName, type: file.contentType, bytes: file.body } }
      },
    }),
  ]
}

/** Files of one person that may be made at one time: they are made in turn, and others wait too. */
const mostAtOnce = 5

/** Does work of which each person may have a few under way; refuses one more. */
function createFew(): <T>(person: string, work: () => Promise<T>) => Promise<T | Refusal> {
  const running = new Map<string, number>()
  return async (person, work) => {
    const now = running.get(person) ?? 0
    if (now >= mostAtOnce) return refuse('unavailable', { why: 'too-many-requests' })
    running.set(person, now + 1)
    try {
      return await work()
    } finally {
      const left = running.get(person)! - 1
      if (left > 0) running.set(person, left)
      else running.delete(person)
    }
  }
}

function typedBytes(body: Uint8Array): Uint8Array | Refusal {
  try {
    const parsed = typedText.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
    return parsed.success
      ? new TextEncoder().encode(parsed.data.text)
      : refuse('malformed', { where: 'text', what: 'a text is expected' })
  } catch {
    return refuse('malformed', { where: 'body', what: 'not JSON' })
  }
}
