import { parentPort } from 'node:worker_threads'
import { readImport } from './read.ts'

/** The thread in which `previewImport` reads one file. */
parentPort?.once('message', ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
  parentPort?.postMessage(readImport(name, bytes))
})
