/**
 * What this device keeps for a signed-in person: drafts (IndexedDB), acts that wait for the server
 * (`adref.queue.…`), marks of drafts with words the server has not received (`adref.unsynced.…`) and imports
 * under correction (`adref.imported.…`).
 */
const queuePrefix = 'adref.queue.'
const unsyncedPrefix = 'adref.unsynced.'
/** Of the keys under which imports are kept. */
export const importedPrefix = 'adref.imported.'
const returnPlace = 'adref.return'

/** Notes that a draft has, or no longer has, words that only this device holds. */
export function markUnsynced(draft: string, unsynced: boolean): void {
  if (unsynced) localStorage.setItem(unsyncedPrefix + draft, new Date().toISOString())
  else localStorage.removeItem(unsyncedPrefix + draft)
}

/** True when signing out would lose words. */
export const holdsUnsynced = (): boolean => keptKeys().length > 0

/** Forgets every draft and everything that waits on this device. */
export async function clearDevice(): Promise<void> {
  for (const key of keptKeys()) localStorage.removeItem(key)
  for (const key of Object.keys(localStorage))
    if (key.startsWith(importedPrefix)) localStorage.removeItem(key)
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('adref.')) sessionStorage.removeItem(key)
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  await Promise.all(names.map(deleteDatabase))
}

/** Remembers where the reader was when the session ended, for the way back. */
export const rememberPlace = (address: string): void => localStorage.setItem(returnPlace, address)

/** The remembered place, once; null when there is none. Always an address of this site. */
export function takePlace(): string | null {
  const address = localStorage.getItem(returnPlace)
  localStorage.removeItem(returnPlace)
  return address !== null && /^\/(?![/\\])/.test(address) ? address : null
}

const keptKeys = (): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(queuePrefix) || key.startsWith(unsyncedPrefix))

// Another tab may hold the database open: it is deleted when that tab closes it, and nobody waits for it.
const deleteDatabase = (name: string): Promise<void> =>
  new Promise((done) => {
    const asked = indexedDB.deleteDatabase(name)
    asked.onsuccess = asked.onerror = asked.onblocked = () => done()
  })
