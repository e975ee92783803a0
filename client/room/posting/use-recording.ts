import { useCallback, useEffect, useRef } from 'react'
import type { Act } from '../../../schema/record/act.ts'
import type { Deed } from '../../../schema/record/deed.ts'
import { isRefusal, type Refusal } from '../../../schema/refusal.ts'
import { newKey } from '../../api/acts.ts'
import { useRoom, type Voice } from '../context.ts'

/**
 * Has recorded what a dialog asks for. While the server is away it is tried again, under one key, for as long as
 * the dialog is there: who closes it no longer wants it, and it must not be recorded behind their back.
 */
export function useRecording(): (deed: Deed, voice?: Voice) => Promise<Act | Refusal> {
  const { act } = useRoom()
  const open = useRef(new AbortController())
  const tried = useRef({ name: '', key: '' })
  useEffect(() => {
    const controller = new AbortController()
    open.current = controller
    return () => controller.abort()
  }, [])
  return useCallback(
    async (deed, voice) => {
      const name = JSON.stringify([deed, voice])
      if (tried.current.name !== name) tried.current = { name, key: newKey() }
      const answer = await act(deed, { voice, key: tried.current.key, signal: open.current.signal })
      if (!isRefusal(answer)) tried.current = { name: '', key: '' }
      return answer
    },
    [act],
  )
}
