import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Live, type LiveRecord, openRecord } from './live.ts'

/** Opens a text's record for as long as the component is there. */
export function useRecord(text: string): { readonly record: LiveRecord; readonly live: Live } | null {
  const [record, setRecord] = useState<LiveRecord | null>(null)
  useEffect(() => {
    const opened = openRecord(text)
    setRecord(opened)
    return () => {
      opened.close()
      setRecord(null)
    }
  }, [text])
  const live = useSyncExternalStore(record?.subscribe ?? never, () => record?.snapshot() ?? null)
  return record && live && { record, live }
}

const never = () => () => undefined
