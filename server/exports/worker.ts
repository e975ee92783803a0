import { workApart } from '../apart.ts'
import { printDocx } from './docx.ts'
import type { Sheet } from './sheet.ts'

/** The process in which `printApart` makes one Word file. */
workApart((sheet: Sheet) => printDocx(sheet))
