import { useEffect, useState } from 'react'
import type { Proof, Understood, Written } from './understood.ts'
import type { Answer } from './worker.ts'

/**
 * What was made of a text. While a later wording of it is read, `busy`, the earlier answer stays; `proof` is
 * null until it has been tried out; `failed` when it could not be read.
 */
export interface Understanding {
  readonly understood: Understood | null
  readonly proof: Proof | null
  readonly busy: boolean
  readonly failed: boolean
}

/** Corrections that follow one another this fast, in milliseconds, are read together. */
const pauseMs = 120

/** Understands a text in a thread of its own, anew whenever it changes; null is no text. */
export function useUnderstood(written: Written | null): Understanding {
  const [answer, setAnswer] = useState<Understanding>({
    understood: null,
    proof: null,
    busy: true,
    failed: false,
  })
  const [read, setRead] = useState(written)
  // Known at once, so that nothing can be opened that the last correction is not in.
  if (written !== read) {
    setRead(written)
    setAnswer({ ...answer, proof: null, busy: true })
  }
  useEffect(() => {
    if (!written) return
    let worker: Worker | null = null
    const start = (): void => {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
        setAnswer((last) =>
          'proof' in data
            ? { ...last, proof: data.proof }
            : {
                ...last,
                understood: withKnown(data.understood, last.understood),
                busy: false,
                failed: false,
              },
        ),
      )
      worker.addEventListener('error', () => setAnswer((last) => ({ ...last, busy: false, failed: true })))
      worker.postMessage(written)
    }
    const timer = setTimeout(start, pauseMs)
    // The work on an earlier wording ends with its thread: nobody waits for what is not asked any more.
    return () => {
      clearTimeout(timer)
      worker?.terminate()
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
