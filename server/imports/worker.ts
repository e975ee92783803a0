import { workApart } from '../apart.ts'
import { readImport } from './read.ts'

/** The process in which `previewImport` reads one file. */
workApart(({ name, bytes }: { name: string; bytes: Uint8Array }) => readImport(name, bytes))
