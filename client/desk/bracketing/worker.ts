import { proofOf, understood, type Proof, type Understood, type Written } from './understood.ts'

/** What the worker says of one text: first what was made of it, then what comes of recording it. */
export type Answer = { readonly understood: Understood } | { readonly proof: Proof }

const answer = (said: Answer): void => self.postMessage(said)

// A text of 60,000 words takes longer than a screen may stand still.
self.addEventListener('message', ({ data }: MessageEvent<Written>) => {
  const made = understood(data)
  answer({ understood: made })
  answer({ proof: proofOf(data, made, new Date().toISOString()) })
})
