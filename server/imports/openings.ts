/** What the first words of a paragraph say it is, in a resolution or decision. */
export type Opening = 'preambular' | 'operative'

const list = (words: string): string[] => words.trim().split(/\s*,\s*|\s*\n\s*/)

/** Adverbs that may stand before either: "Deeply concerned", "Also requests". */
const adverbs = list(`
  also, further, again, once again, once more, deeply, gravely, profoundly, strongly, firmly, fully, solemnly,
  seriously, extremely, particularly, especially, keenly, urgently, warmly, sincerely, highly, categorically,
  unequivocally, increasingly, greatly, equally, explicitly, additionally, moreover, likewise,
  profondément, vivement, gravement, également, à nouveau, en outre, fermement, solennellement, instamment,
  pleinement, profundamente, gravemente, también, además, asimismo, firmemente, solemnemente, plenamente,
  encarecidamente, enérgicamente, вновь, также, далее, глубоко, серьезно, решительно, настоятельно, полностью`)

// Words that are participles or adjectives, and words that end like one in the preamble of their language.
const preambular = list(`
  alarmed, aware, appalled, bound, committed, concerned, cognizant, confident, conscious, convinced, desirous,
  determined, dismayed, disturbed, distressed, encouraged, guided, inspired, mindful, outraged, persuaded,
  preoccupied, resolved, satisfied, seized, shocked, united, troubled, motivated,
  consciente, conscient, convaincue, convaincu, préoccupée, préoccupé, guidée, guidé, alarmée, alarmé, inquiète,
  résolue, résolu, animée, attachée, désireuse, soucieuse, profondément préoccupée, ayant, se félicitant, s'inspirant,
  convencida, convencido, preocupada, preocupado, guiada, guiado, alarmada, alarmado, resuelta, decidida, inspirada,
  deseosa, habiendo, teniendo,
  ссылаясь, подтверждая, отмечая, признавая, учитывая, будучи, принимая, руководствуясь, рассмотрев, выражая,
  напоминая, подчеркивая, приветствуя, сознавая, испытывая, осознавая, памятуя, считая, желая`)

const operative = list(`
  accepts, acknowledges, adopts, affirms, agrees, appeals, appoints, appreciates, approves, authorizes, calls,
  commends, commits, concludes, concurs, condemns, confirms, congratulates, considers, decides, declares, demands,
  deplores, designates, determines, directs, draws, elects, emphasizes, encourages, endorses, establishes, expresses,
  extends, finds, hopes, instructs, invites, joins, looks, mandates, notes, observes, offers, pledges, proclaims,
  promotes, proposes, reaffirms, recalls, recognizes, recommends, regrets, reiterates, rejects, reminds, renews,
  requests, resolves, restates, salutes, shares, stresses, suggests, supports, takes, thanks, transmits, trusts,
  underlines, underscores, urges, welcomes,
  décide, prie, demande, invite, engage, réaffirme, note, prend, salue, se félicite, souligne, exhorte, encourage,
  recommande, approuve, adopte, condamne, déplore, reconnaît, considère, rappelle, félicite, remercie, autorise,
  appelle, déclare, exprime, constate, accueille, fait, réitère, affirme, insiste,
  decide, pide, solicita, insta, invita, alienta, acoge, reafirma, recuerda, reconoce, toma, observa, expresa,
  destaca, subraya, aprueba, hace, recomienda, condena, encomia, afirma, declara, autoriza, reitera, adopta, considera,
  постановляет, просит, призывает, предлагает, подтверждает, отмечает, приветствует, рекомендует, выражает,
  признает, подчеркивает, осуждает, одобряет, утверждает, принимает, напоминает, поощряет, заявляет`)

const words = (of: readonly string[]): string =>
  [...of]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '[\\s\\u00a0]+'))
    .join('|')

const gap = '[\\s\\u00a0]+'
const end = "(?![\\p{L}'’-])"
const lead = `^(?:(?:${words(adverbs)})(?:,?${gap}(?:and${gap})?))*`
const preambularWord = new RegExp(`${lead}(?:${words(preambular)})${end}`, 'iu')
const operativeWord = new RegExp(`${lead}(?:${words(operative)})${end}`, 'iu')
const participle = new RegExp(`${lead}\\p{L}{2,}(?:ing|ant|ante|ando|iendo|yendo|ndose)${end}`, 'iu')
/** Arabic preambles begin every paragraph with "إذ" ("while"). */
const arabic = /^و?إذ\s/
const notParticiples =
  /^(?:during|nothing|everything|anything|something|according|regarding|concerning|following|pending|notwithstanding|pendant|avant|durant|devant|quant|cuando|comando)\b/iu

/** What the opening words say; null when they say nothing. */
export function openingOf(text: string): Opening | null {
  const start = text.slice(0, 120).replace(/^[[("“«\s]+/, '')
  if (arabic.test(start) || preambularWord.test(start)) return 'preambular'
  if (operativeWord.test(start)) return 'operative'
  return participle.test(start) && !notParticiples.test(start) && /^\p{Lu}/u.test(start) ? 'preambular' : null
}

/**
 * True of the organ that speaks: "The General Assembly,". It stands alone before the preamble, so it is
 * short, names nothing but itself and ends in a comma.
 */
export const isOrgan = (text: string): boolean => organ.test(text) && openingOf(text) === null

const organ = new RegExp(
  `^(?:${[
    "(?:the|la|le|l['’]|el|los|les)\\s*\\p{Lu}[\\p{L}\\s'’-]{3,90}",
    '\\p{Script=Cyrillic}[\\p{L}\\s-]{4,90}',
    '(?:إن\\s)?(?:الجمعية|المجلس|مجلس|اللجنة|لجنة|المؤتمر|مؤتمر)[\\p{L}\\s]{0,60}',
    '\\p{Script=Han}{2,12}',
  ].join('|')})[,،，]$`,
  'iu',
)
