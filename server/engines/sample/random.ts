/** FNV-1a over UTF-16 units, finished as murmur3 does so that near seeds end far apart. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** Numbers from 0 up to 1, without end. */
export type Random = () => number

/**
 * The numbers of one trait (mulberry32). Each trait draws from its own stream, so that a brief which states one trait
 * leaves the chances of all others as they were.
 */
export const randomOf = (seed: number, trait: string): Random => {
  let state = hash(`${seed}/${trait}`)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the choices, each as likely as the others. */
export const pick = <T>(random: Random, choices: readonly [T, ...T[]]): T =>
  choices[Math.floor(random() * choices.length)] ?? choices[0]

/** A number from `low` up to `high`. */
export const between = (random: Random, low: number, high: number): number =>
  low + random() * (high - low)
