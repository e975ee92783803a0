import type { Party } from '../../schema/party/party.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../storage/database.ts'
import { newId } from './token.ts'

/** Negotiations and the delegations and groups named in them. */
export interface Negotiations {
  create(title: string): Promise<string>
  /** Title of a negotiation; null when there is none of this id. */
  title(id: string): Promise<string | null>
  /** By code. */
  parties(id: string): Promise<Party[]>
  /** Names a party, or changes the one of the same code. */
  putParty(id: string, party: Party): Promise<void>
}

/** Negotiations kept in the database. */
export function createNegotiations({ db, clock }: { db: Database; clock: Clock }): Negotiations {
  return {
    async create(title) {
      const id = newId()
      await db.insertInto('negotiation').values({ id, title, created_at: clock().toISOString() }).execute()
      return id
    },
    async title(id) {
      const row = await db.selectFrom('negotiation').select('title').where('id', '=', id).executeTakeFirst()
      return row?.title ?? null
    },
    async parties(id) {
      const rows = await db
        .selectFrom('party')
        .select('party')
        .where('negotiation', '=', id)
        .orderBy('code')
        .execute()
      return rows.map(({ party }) => JSON.parse(party) as Party)
    },
    async putParty(id, party) {
      const json = JSON.stringify(party)
      await db
        .insertInto('party')
        .values({ negotiation: id, code: party.code, party: json })
        .onConflict((conflict) => conflict.columns(['negotiation', 'code']).doUpdateSet({ party: json }))
        .execute()
    },
  }
}
