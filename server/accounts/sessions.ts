import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Database } from '../storage/database.ts'

/** Who is signed in, by which session. */
export interface Session {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string; readonly email: string | null }
}

/** Sign-in and sign-out. Cookies are HttpOnly, SameSite=Lax, signed, and Secure when the address is https. */
export interface Sessions {
  /** Signs a person in; gives the Set-Cookie headers. Throws when there is no such person. */
  begin(person: string, headers: Headers): Promise<string[]>
  /** Who the cookies belong to; null when nobody. `setCookie` renews a cookie that has grown old. */
  find(headers: Headers): Promise<{ session: Session | null; setCookie: string[] }>
  /** Those of these sessions that have neither been ended nor run out at `now` (ISO 8601 in UTC). */
  living(ids: readonly string[], now: string): Promise<ReadonlySet<string>>
  /** Ends the session of the cookies; gives the headers that clear them. */
  end(headers: Headers): Promise<string[]>
}

const daySeconds = 24 * 60 * 60

/**
 * Sessions kept by better-auth. Its own HTTP routes are not mounted: the ways in are our links, and what it
 * does for us is to make, sign, renew and end sessions. `secret` signs the cookies; `url` is the public address.
 */
export function createSessions({ db, secret, url }: { db: Database; secret: string; url: string }): Sessions {
  const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }
  const auth = betterAuth({
    database: { db, type: 'sqlite' },
    secret,
    baseURL: url,
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'person', fields: { ...stamps, emailVerified: 'email_verified' } },
    session: {
      expiresIn: 30 * daySeconds,
      updateAge: daySeconds,
      fields: {
        ...stamps,
        userId: 'person',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    advanced: {
      cookiePrefix: 'adref',
      useSecureCookies: url.startsWith('https:'),
      // It would ask for the tables of passwords and providers, which nobody signs in with here.
      database: { validateSchema: false },
    },
    plugins: [{ id: 'link', endpoints: { beginSession } }],
  })
  return {
    async begin(person, headers) {
      const { headers: set } = await auth.api.beginSession({ body: { person }, headers, returnHeaders: true })
      return set.getSetCookie()
    },
    async find(headers) {
      const { response, headers: set } = await auth.api.getSession({ headers, returnHeaders: true })
      const setCookie = set.getSetCookie()
      if (!response) return { session: null, setCookie }
      const { id, name, email } = response.user
      return { session: { id: response.session.id, person: { id, name, email: email || null } }, setCookie }
    },
    async living(ids, now) {
      const rows = await db.selectFrom('session').select('id').where('expires_at', '>', now).execute()
      const alive = new Set(rows.map(({ id }) => id))
      return new Set(ids.filter((id) => alive.has(id)))
    },
    async end(headers) {
      const { headers: set } = await auth.api.signOut({ headers, returnHeaders: true })
      return set.getSetCookie()
    },
  }
}

/** A session for somebody whose link has been checked already; reachable from the server alone. */
const beginSession = createAuthEndpoint(
  '/begin-session',
  { method: 'POST', body: z.object({ person: z.string() }), metadata: { SERVER_ONLY: true } },
  async (context) => {
    const { internalAdapter } = context.context
    const user = await internalAdapter.findUserById(context.body.person)
    if (!user) throw new RangeError(`no such person: ${context.body.person}`)
    await setSessionCookie(context, { session: await internalAdapter.createSession(user.id), user })
    return context.json({ begun: true })
  },
)
