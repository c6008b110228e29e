import type { Style } from '../../shared/style.ts'
import { CAPTION_LIMIT } from '../../shared/piece.ts'

/** Words of a caption: what comes after is hardly read (the checks say so, too). */
const LONGEST = 55

/**
 * What stands before the words of a caption: the style's template up to where the brief goes, so that captions read as
 * prompts do. Its trigger word is always in there.
 */
export const prefixOf = ({ template, trigger }: Pick<Style, 'template' | 'trigger'>): string => {
  const [before = ''] = template.split('{brief}')
  const pattern = before.includes('{trigger}') || trigger === '' ? before : 'a {trigger} '
  return pattern.replaceAll('{trigger}', trigger).replace(/\s+/g, ' ').trimStart()
}

/** How models begin when they are asked what they see. */
const LEAD_INS = [
  /^caption:\s*/i,
  /^(sure|certainly|of course)[^.:!]*[.:!]\s*/i,
  /^(in )?(the|this) (image|picture|photo|photograph|illustration|drawing|render(ing)?)\s*(,|(is|shows?|depicts?|features?|displays?|presents?|captures?|portrays?|contains?)( of)?)?\s*/i,
  /^(we (can )?see|there is|there's|you (can )?see|(it|this|here) (is|shows|depicts))\s+/i,
  /^(an? |the )?((digital|3d|cartoon|stylized|detailed|cute|colou?rful|small|flat|close-up|full-body|chibi(-style)?)[ ,]+)*(image|picture|photo|photograph|illustration|drawing|artwork|render(ing)?|view|portrait) (of|showing|depicting|featuring)\s+/i,
]
/** What the prefix says already. */
const FIGURINE =
  /^(an? |the )?((small|cute|chibi(-style)?|clay|stylized|cartoon(ish)?|3d|toy|miniature)[ ,]+)*(figurine|figure|statue|doll|character|sculpture) (of|depicting|representing)\s+/i
/** Sentences about the picture, not about what it shows. */
const REMARK =
  /^(overall|the (overall|image|picture|photo|illustration|style|scene|background|lighting|mood)\b)/i

const withoutLeadIn = (words: string): string => {
  let rest = words
  for (let before = ''; before !== rest;) {
    before = rest
    for (const leadIn of LEAD_INS) rest = rest.replace(leadIn, '')
  }
  return rest
}

const sentencesOf = (words: string): string[] =>
  words
    .split(/(?<=[.!?])\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const wordsIn = (text: string): number => text.split(' ').length

/** Whole sentences up to the limit; of the first one, if it is longer, what comes before a comma. */
const shorten = (sentences: readonly string[]): string => {
  let kept = ''
  for (const sentence of sentences) {
    const next = kept === '' ? sentence : `${kept} ${sentence}`
    if (wordsIn(next) > LONGEST) break
    kept = next
  }
  if (kept !== '') return kept
  const cut = (sentences[0] ?? '').split(' ').slice(0, LONGEST).join(' ')
  return cut.includes(',') ? cut.slice(0, cut.lastIndexOf(',')) : cut
}

/**
 * A model's answer as words that go on after a prefix, such as `woman with curly hair, holding a book`: one line, without
 * what models say around it. Empty where nothing is left.
 */
export const cleanWords = (answer: string): string => {
  const line = answer.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').replace(/^[\s"'“”*#-]+|[\s"'“”*]+$/g, '')
  const sentences = sentencesOf(withoutLeadIn(line))
  const told = sentences.filter((one, at) => at === 0 || !REMARK.test(one))
  const words = shorten(told)
    .replace(FIGURINE, '')
    .replace(/^(an?|the)\s+/i, '')
    .replace(/[\s.,;:]+$/, '')
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** A caption or a brief. */
export const composeText = (prefix: string, words: string): string =>
  `${prefix}${words}`.slice(0, CAPTION_LIMIT).trim()
