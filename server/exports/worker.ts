import { parentPort } from 'node:worker_threads'
import { printDocx } from './docx.ts'
import type { Sheet } from './sheet.ts'

/** The thread in which `printApart` makes one Word file. What is thrown here ends it, which is seen there. */
parentPort?.once('message', (sheet: Sheet) => {
  void printDocx(sheet).then((bytes) => parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]))
})
