import type { Links } from './accounts/links.ts'
import type { Memberships } from './accounts/membership.ts'
import type { Negotiations } from './accounts/negotiations.ts'
import type { Sessions } from './accounts/sessions.ts'
import type { Clock } from './clock.ts'
import type { ActRecord } from './record/record.ts'
import type { Database } from './storage/database.ts'

/** What the routes and the sockets work with; one of each in a server. */
export interface Services {
  readonly db: Database
  readonly clock: Clock
  readonly record: ActRecord
  readonly negotiations: Negotiations
  readonly memberships: Memberships
  readonly links: Links
  readonly sessions: Sessions
  /** Public address without a slash at the end. */
  readonly url: string
}
