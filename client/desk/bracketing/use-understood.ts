import { useEffect, useRef, useState } from 'react'
import type { Understood, Written } from './understood.ts'

/** What was made of a text; `busy` while a later wording of it is being read; `failed` when it could not be. */
export interface Understanding {
  readonly understood: Understood | null
  readonly busy: boolean
  readonly failed: boolean
}

interface Job {
  worker: Worker
  /** What is being read, and what came meanwhile: of several only the last is read. */
  running: Written | null
  next: Written | null
}

/** Understands a text in a thread of its own, anew whenever it changes; null is no text. */
export function useUnderstood(written: Written | null): Understanding {
  const job = useRef<Job | null>(null)
  const [answer, setAnswer] = useState<Understanding>({ understood: null, busy: true, failed: false })

  useEffect(() => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const own: Job = { worker, running: null, next: null }
    job.current = own
    worker.addEventListener('message', ({ data }: MessageEvent<Understood>) => {
      own.running = own.next
      own.next = null
      if (own.running) worker.postMessage(own.running)
      setAnswer((last) => ({
        understood: withKnown(data, last.understood),
        busy: own.running !== null,
        failed: false,
      }))
    })
    worker.addEventListener('error', () => {
      own.running = own.next = null
      setAnswer((last) => ({ ...last, busy: false, failed: true }))
    })
    return () => worker.terminate()
  }, [])

  useEffect(() => {
    const own = job.current
    if (!own || !written) return
    setAnswer((last) => ({ ...last, busy: true }))
    if (own.running) own.next = written
    else {
      own.running = written
      own.worker.postMessage(written)
    }
  }, [written])

  return answer
}

/** The later answer, with the findings of the earlier one wherever they say the same, so that only others are drawn anew. */
function withKnown(later: Understood, earlier: Understood | null): Understood {
  const known = new Map(earlier?.understanding.findings.map((finding) => [finding.id, finding]))
  const findings = later.understanding.findings.map((finding) => {
    const before = known.get(finding.id)
    return before && JSON.stringify(before) === JSON.stringify(finding) ? before : finding
  })
  return { ...later, understanding: { ...later.understanding, findings } }
}
