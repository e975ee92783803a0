import { area } from '../area.ts'

/** Words of opening a text from a file or from pasted words. */
export const importing = area('import', {
  title: 'Open a text',
  lead: 'Paste the words or choose a file, look over the paragraphs, then the brackets, and open the text. Until then it is on this device only.',
  paste: 'Paste the text',
  pasteHelp:
    'From Word or a web page, with its formatting and footnotes; or one paragraph a line. Numbers such as “3.” or “(a)” are recognized.',
  file: 'Choose a file',
  fileHelp:
    'Word (.docx), web page (.html), Markdown (.md) or plain text (.txt), up to 20 MB. You can also drop it here.',
  formatted: 'With its formatting and footnotes, as it was copied',
  formattedLost:
    'The text was changed after it was pasted: it is read without formatting. Paste it again to have it.',
  read: 'Look it over',
  reading: 'Reading…',
  reviewTitle: 'Look it over',
  reviewLead:
    'Correct what was taken for something else. Once the text is open, its words change by proposals and rulings only.',
  textTitle: 'Title',
  textTitleHelp: 'Short, for lists.',
  symbol: 'Symbol',
  symbolHelp: 'As documents carry it: “A/C.3/81/L.12”.',
  sameSymbol: '{symbol} is open already. Open it twice only for another language:',
  language: 'Language of the text',
  warnings: 'What to look at',
  paragraphsCount: '{count, plural, one {# paragraph} other {# paragraphs}}',
  undo: 'Undo the last correction',
  nothingToUndo: 'Nothing has been corrected yet.',
  kindOf: 'Kind of paragraph {number}',
  levelOf: 'Level of paragraph {number}',
  numberOf: 'Number of paragraph {number}',
  numberHelp: 'The number it came with. Leave it empty to count on from the paragraph before.',
  headingLevel0: 'no number',
  headingLevel1: 'I.',
  headingLevel2: 'A.',
  headingLevel3: '1.',
  itemLevel1: '(a)',
  itemLevel2: '(i)',
  itemLevel3: 'a.',
  join: 'Join above',
  joinOf: 'Join above: paragraph {number}',
  divide: 'Divide',
  divideOf: 'Divide paragraph {number}',
  leaveOut: 'Leave out',
  leaveOutOf: 'Leave out paragraph {number}',
  divideTitle: 'Divide the paragraph',
  divideLead: 'Put the cursor where the new paragraph begins.',
  divideField: 'Words of the paragraph',
  divideHere: 'Divide here',
  divideNowhere: 'Put the cursor between two words first.',
  left: 'The import of “{title}” ({count, plural, one {# paragraph} other {# paragraphs}}) was not finished. It is kept on this device as you left it on {at}.',
  goOn: 'Go on with it',
  startOver: 'Start over',
  startOverTitle: 'Put this import away?',
  startOverWarning: 'The corrections you made are lost. The file itself is not touched.',
  open: 'Open for negotiation',
  opened: '{symbol} is open for negotiation.',
  missing: 'Give the title and the symbol first.',
  noParagraphs: 'Every paragraph was left out.',
  seats:
    '{count, plural, =0 {No party is named yet; those you name later are seated then.} one {# party is seated.} other {# parties are seated.}}',
})

/** By what a paragraph was recognized. */
export const guesses = area('guess', {
  style: 'by its style',
  'first-line': 'first line',
  organ: 'names the organ',
  'annex-word': 'begins “Annex”',
  'numbered-heading': 'numbered heading',
  'short-line': 'short line',
  'opens-with-participle': 'opens with a participle',
  'ends-with-comma': 'ends with a comma',
  'opens-with-verb': 'opens with a verb',
  numbered: 'was numbered',
  lettered: 'was lettered',
  bullet: 'was a bullet',
  division: 'heads an article or a part',
  labelled: 'carried a label',
  option: 'stands over an option',
  neighbours: 'as the paragraph beside it',
  plain: 'nothing told what it is',
  footnote: 'footnote in the file',
  corrected: 'corrected by you',
})

/** What a reader of an import should look at, by code. */
export const importWarnings = area('importWarning', {
  'encoding-assumed':
    'The file did not say its character encoding; {encoding} was assumed. Check accents and quotation marks.',
  'control-characters':
    '{count, plural, one {# control character was} other {# control characters were}} left out.',
  'tracked-changes':
    'The file has {count, plural, one {# tracked change} other {# tracked changes}}. The text was taken as if all were accepted.',
  'struck-through':
    '{count, plural, one {# stretch of struck-through words stands} other {# stretches of struck-through words stand}} in brackets now: look at each and say whose it is.',
  tables: '{count, plural, one {# table was} other {# tables were}} read cell by cell into paragraphs.',
  'headers-footers': 'Headers and footers were left out.',
  comments: '{count, plural, one {# comment was} other {# comments were}} left out.',
  pictures: '{count, plural, one {# picture was} other {# pictures were}} left out.',
  'text-boxes': '{count, plural, one {# text box was} other {# text boxes were}} left out.',
  formulas: 'Of {count, plural, one {# formula} other {# formulas}} only the characters were kept.',
  'hidden-text':
    '{count, plural, one {# piece} other {# pieces}} of hidden text {count, plural, one {was} other {were}} left out.',
  symbols:
    '{count, plural, one {# character} other {# characters}} of a symbol font cannot be read and {count, plural, one {stands} other {stand}} as □.',
  embedded: '{count, plural, one {# embedded document was} other {# embedded documents were}} left out.',
  bullets: '{count, plural, one {# bullet became a lettered item} other {# bullets became lettered items}}.',
  'provenance-dropped': 'The line that said what had been exported was left out: “{line}”.',
  'labels-dropped':
    'Labels {labels} were taken off; what was an alternative now follows as a paragraph of its own.',
  'long-paragraph': 'Paragraph {paragraph} is very long. Perhaps a division was lost.',
  'formatting-dropped': 'Paragraph {paragraph} had more formatting than can be kept; some was left out.',
  'links-dropped':
    '{count, plural, one {# link leads} other {# links lead}} to no web or mail address; only the words were kept.',
  'footnote-missing':
    '{count, plural, one {# reference} other {# references}} to footnotes that the file does not have {count, plural, one {was} other {were}} left out.',
  'footnote-unused':
    '{count, plural, one {# footnote stands} other {# footnotes stand}} at the end: nothing refers to {count, plural, one {it} other {them}}.',
  unknown: 'Something in the file could not be kept. Compare the result with the file.',
})
