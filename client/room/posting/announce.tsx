import { useEffect, useRef, useState } from 'react'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import type { Live } from '../../record/live.ts'

/** New acts are said together, at most once in so long. */
const betweenMs = 10_000
const setting = 'adref.quiet'

/** True when the person does not want new acts said aloud on this device. */
export const isQuiet = (): boolean => localStorage.getItem(setting) === 'on'

/** Sets whether new acts are said aloud on this device. */
export function setQuiet(quiet: boolean): void {
  if (quiet) localStorage.setItem(setting, 'on')
  else localStorage.removeItem(setting)
}

/** Says to screen readers what others did, in batches, and at once when the connection is lost or back. */
export function Announcer({
  live,
  here,
  label,
}: {
  readonly live: Live
  /** Open proposals in the paragraph the reader is at. */
  readonly here: number
  readonly label: string
}) {
  const say = useSay()
  const [told, setTold] = useState('')
  const since = useRef({ n: live.state?.n ?? 0, here, label })
  const latest = useRef({ live, here, label })
  useEffect(() => {
    latest.current = { live, here, label }
    if (since.current.label !== label) since.current = { ...since.current, here, label }
  })
  useEffect(() => {
    const timer = setInterval(() => {
      const now = latest.current
      const n = now.live.state?.n ?? 0
      const own = now.live.head?.me.person
      const others = now.live.acts.slice(since.current.n).filter(({ by }) => by.person !== own).length
      const more = Math.max(0, now.here - since.current.here)
      since.current = { n, here: now.here, label: now.label }
      if (others > 0 && !isQuiet())
        setTold(say(words.newActs, { count: others, here: more, label: now.label }))
    }, betweenMs)
    return () => clearInterval(timer)
  }, [say])
  const lost = live.offlineSince !== null
  const wasLost = useRef(lost)
  const [line, setLine] = useState('')
  useEffect(() => {
    if (lost !== wasLost.current) setLine(say(lost ? words.lostLine : words.backLine))
    wasLost.current = lost
  }, [lost, say])
  return (
    <>
      <div className="unseen" aria-live="polite">
        {told}
      </div>
      <div className="unseen" aria-live="assertive">
        {line}
      </div>
    </>
  )
}
