/** What a brief may tell the engine to do for a trial. */
export type Switches = {
  /** `#unavailable`: nothing starts. */
  readonly unavailable: boolean
  /** `#fail`: this picture fails; `#fail:2`: only the second of its job does. */
  readonly fails: boolean
  /** `#slow`: it takes five times as long. */
  readonly slow: boolean
  /** `#stuck`: it never ends by itself. */
  readonly stuck: boolean
}

const SWITCH = /#(unavailable|fail(?::(\d))?|slow|stuck)(?![\p{L}\p{N}:])/giu

/**
 * Takes the switches for trying failures by hand out of a brief. `index` is the picture's place in its job, from 0;
 * the switch counts from 1.
 */
export const takeSwitches = (
  brief: string,
  index: number,
): { readonly switches: Switches; readonly words: string } => {
  const found = [...brief.matchAll(SWITCH)].map(([text, , picture]) => ({
    name: text.toLowerCase().replace(/:.*/, ''),
    picture: picture === undefined ? null : Number(picture),
  }))
  const has = (name: string) => found.some((one) => one.name === name)
  return {
    switches: {
      unavailable: has('#unavailable'),
      fails: found.some(
        ({ name, picture }) => name === '#fail' && (picture === null || picture === index + 1),
      ),
      slow: has('#slow'),
      stuck: has('#stuck'),
    },
    words: brief.replace(SWITCH, ' '),
  }
}
