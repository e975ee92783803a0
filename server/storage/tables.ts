import type { Role } from '../../schema/party/role.ts'

/** Times in all tables are ISO 8601 in UTC with milliseconds; lists and records are JSON. */
export interface Tables {
  person: PersonTable
  session: SessionTable
  link: LinkTable
  guest: GuestTable
  negotiation: NegotiationTable
  party: PartyTable
  membership: MembershipTable
  text: TextTable
  act: ActTable
  draft: DraftTable
  draft_update: DraftUpdateTable
}

/** A person and, in `session`, a device signed in: columns as better-auth wants them, under our names. */
interface PersonTable {
  id: string
  name: string
  /** Lower case; null for people invited without one. Not proof of who they are: nobody has checked it. */
  email: string | null
  email_verified: number
  image: string | null
  created_at: string
  updated_at: string
}

interface SessionTable {
  id: string
  /** Worthless without the server's secret, which signs the cookie and is kept outside this file. */
  token: string
  person: string
  created_at: string
  updated_at: string
  expires_at: string
  ip_address: string | null
  user_agent: string | null
}

/** A one-use link: an invitation to a negotiation (`role` set), or a fresh way in for a known person. */
export interface LinkTable {
  id: string
  token_hash: string
  person: string | null
  negotiation: string | null
  name: string
  email: string | null
  role: Role | null
  delegation: string | null
  /** JSON array of group codes. */
  speaks_for: string
  created_at: string
  expires_at: string
  used_at: string | null
  revoked_at: string | null
}

/** A person of the demonstration whom anyone who starts the server may be; `label` says as what. */
interface GuestTable {
  person: string
  label: string
  rank: number
}

interface NegotiationTable {
  id: string
  title: string
  created_at: string
}

/** Delegations and groups as the secretariat named them; each open text seats them by an act of its own. */
interface PartyTable {
  negotiation: string
  code: string
  /** JSON of a `Party`. */
  party: string
}

interface MembershipTable {
  negotiation: string
  person: string
  role: Role
  delegation: string | null
  /** JSON array of group codes. */
  speaks_for: string
}

/** The head of a record: number and hash of its last act, so that a cut tail is noticed. */
export interface TextTable {
  id: string
  negotiation: string
  title: string
  symbol: string
  created_at: string
  n: number
  hash: string
}

/** One act; `act` is its JSON, the other columns repeat what queries need. */
export interface ActTable {
  text: string
  n: number
  key: string
  at: string
  hash: string
  act: string
}

/** Drafts; times are ISO 8601 in UTC. */
export interface DraftTable {
  id: string
  text: string
  /** JSON array of party codes. */
  members: string
  /** 1 when opened to everyone. */
  open: number
  /** JSON array of version keys. */
  basis: string
  created_at: string
}

/** One Yjs update of a draft; `seq` counts from 1 in each draft. */
interface DraftUpdateTable {
  draft: string
  seq: number
  bytes: Uint8Array
}
