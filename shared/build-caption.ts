import { buildPrompt } from './build-prompt.ts'
import type { CaptionHints } from './caption-hints.ts'
import type { Style } from './style.ts'

type Pattern = Pick<Style, 'template' | 'trigger'>

/**
 * The part of a style's template that captions have: up to the brief and the trigger. What comes after them is the same
 * in every picture, and a caption says what varies (see "describe what varies", civitai article 7203).
 */
export const captionTemplate = ({ template }: Pattern): string => {
  const ends = ['{brief}', '{trigger}'].map((part) => template.indexOf(part) + part.length)
  return template.includes('{trigger}')
    ? template.slice(0, Math.max(...ends))
    : `{trigger}, ${template.slice(0, ends[0])}`
}

/** A caption in the style's pattern: `a nua_figurine_style chibi figurine of a knight with glasses`. */
export const buildCaption = (style: Pattern, words: string): string =>
  buildPrompt(
    { ...style, template: captionTemplate(style) },
    words.replace(/[\p{Cc}\p{Cs}]+/gu, ' '),
  )

/** What a caption says besides the pattern; all of it when it is written in another way. */
export const wordsOfCaption = (style: Pattern, caption: string): string => {
  const [before = '', after = ''] = captionTemplate(style)
    .replace('{trigger}', style.trigger)
    .split('{brief}')
  const text = caption.trim()
  return text.startsWith(before) && text.endsWith(after)
    ? text.slice(before.length, text.length - after.length).trim()
    : text
}

const DETAILS = 8

const detailOf = ({ name, value }: CaptionHints['properties'][number]): string => {
  const property = name.toLowerCase()
  const said = value.toLowerCase()
  if (/^(yes|true|on)$/.test(said)) return property
  if (/^(no|none|false|off|default|\d+)$/.test(said)) return ''
  return said.includes(property) ? said : `${said} ${property}`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const joined = (details: readonly string[]): string =>
  details.length < 2
    ? details.join('')
    : `${details.slice(0, -1).join(', ')} and ${details[details.length - 1] ?? ''}`

/** The words of a caption from what the layers of a piece are called; empty when they say nothing. */
export const wordsFromHints = ({ name, component, layers, properties }: CaptionHints): string => {
  const subject = lowerFirst(component || name)
  const details = [...properties.map(detailOf), ...layers.map((layer) => layer.toLowerCase())]
  const fresh = [...new Set(details)].filter(
    (detail) => detail !== '' && !subject.toLowerCase().includes(detail),
  )
  return [subject, joined(fresh.slice(0, DETAILS))].filter((part) => part !== '').join(' with ')
}
