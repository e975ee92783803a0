import { parentPort } from 'node:worker_threads'
import { printDocx } from './docx.ts'
import type { Sheet } from './sheet.ts'

/** The thread in which `printApart` makes one Word file. */
parentPort?.once('message', async (sheet: Sheet) => {
  const bytes = await printDocx(sheet)
  parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
})
