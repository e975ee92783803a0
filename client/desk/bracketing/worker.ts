import { understood, type Written } from './understood.ts'

// A text of 60,000 words takes longer than a screen may stand still.
self.addEventListener('message', ({ data }: MessageEvent<Written>) => {
  self.postMessage(understood(data, new Date().toISOString()))
})
