import { area } from '../area.ts'

/** What a file or a field turned out to be, in place of what was wanted. Follows a colon. */
export const reasons = area('reason', {
  empty: 'there are no words in it',
  pdf: 'it is a PDF. Use the Word file it was made from, or copy its words',
  rtf: 'it is an RTF file. Save it as .docx and try again',
  'old-word': 'it is a file of an old Word (.doc). Save it as .docx and try again',
  picture: 'it is a picture. Only files with words in them can be read',
  spreadsheet: 'it is a spreadsheet',
  slides: 'it is a presentation',
  'open-document': 'it is an OpenDocument file (.odt). Save it as .docx and try again',
  'not-a-document': 'it is an archive without a Word document',
  'not-text': 'it is not text',
  encoding: 'its character encoding is not known. Save it as UTF-8 and try again',
  damaged: 'it is damaged. Open it in Word, save it anew and try again',
  xml: 'the Word file is damaged. Open it in Word, save it anew and try again',
  doctype: 'the Word file has parts that Word does not write',
  nesting: 'the Word file is nested too deep',
  paragraph: 'one paragraph holds what a text cannot take',
  'too-complex': 'it takes too long to read. Divide it',
  unreadable: 'reading it failed',
})

/** Things that can be too large. */
export const largeThings = area('large', {
  file: 'The file',
  words: 'The text',
  paragraphs: 'The number of paragraphs',
  unpacked: 'The file, once unpacked,',
  entries: 'The number of parts in the file',
  body: 'What was sent',
  packages: 'The number of packages',
  alternatives: 'The number of alternatives',
})

/** Sentences where the usual ones of a code would mislead. */
export const particular = area('particular', {
  'file.what': 'The file was not read.',
  'file.why': 'It cannot be used{what}.',
  'file.help': 'Nothing was stored. Choose another file, or paste the words.',
  'too-many-requests.what': 'The server did not answer this request.',
  'too-many-requests.why': 'Too many requests came from here within a short time.',
  'too-many-requests.help': 'Wait a minute and try again.',
})
