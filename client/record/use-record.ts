import { useMemo, useSyncExternalStore } from 'react'
import { type Live, type LiveRecord, openRecord } from './live.ts'

/** A text's record, followed for as long as the component is there. */
export function useRecord(text: string): { readonly record: LiveRecord; readonly live: Live } {
  const record = useMemo(() => openRecord(text), [text])
  const live = useSyncExternalStore(record.subscribe, record.snapshot)
  return { record, live }
}
