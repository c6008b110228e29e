import type { Style } from './style.ts'

const holds = (text: string, word: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\w-]+/)
    .includes(word.toLowerCase())

/**
 * The brief put through the style's template. A brief that already holds the trigger word does not get it twice.
 * The words of the brief are data: a `{trigger}` or `{brief}` in them stays as it is typed.
 */
export const buildPrompt = (style: Pick<Style, 'template' | 'trigger'>, brief: string): string => {
  const words = brief.trim().replace(/\s+/g, ' ')
  const trigger = holds(words, style.trigger) ? '' : style.trigger
  return style.template
    .split(/(\{trigger\}|\{brief\})/)
    .map((part) => (part === '{trigger}' ? trigger : part === '{brief}' ? words : part))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
