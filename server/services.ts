import { createLinks } from './accounts/links.ts'
import type { Links } from './accounts/links.ts'
import { createMemberships } from './accounts/membership.ts'
import type { Memberships } from './accounts/membership.ts'
import { createNegotiations } from './accounts/negotiations.ts'
import type { Negotiations } from './accounts/negotiations.ts'
import type { Sessions } from './accounts/sessions.ts'
import type { Clock } from './clock.ts'
import { createRecord } from './record/record.ts'
import type { ActRecord } from './record/record.ts'
import { databaseStore } from './record/tables.ts'
import type { Database } from './storage/database.ts'

/** What is kept, and the only ways to change it. */
export interface Keeping {
  readonly db: Database
  readonly clock: Clock
  readonly record: ActRecord
  readonly negotiations: Negotiations
  readonly memberships: Memberships
  readonly links: Links
}

/** What the routes and the sockets work with; one of each in a server. */
export interface Services extends Keeping {
  readonly sessions: Sessions
  /** Public address without a slash at the end. */
  readonly url: string
}

/** Everything kept in one database, whose tables are up to date. */
export function createKeeping(db: Database, clock: Clock): Keeping {
  return {
    db,
    clock,
    record: createRecord({ store: databaseStore(db), clock }),
    negotiations: createNegotiations({ db, clock }),
    memberships: createMemberships({ db, clock }),
    links: createLinks({ db, clock }),
  }
}
