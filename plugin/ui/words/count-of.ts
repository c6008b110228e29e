/** `1 picture`, `4 pictures`. */
export const countOf = (number: number, one: string): string =>
  `${number} ${one}${number === 1 ? '' : 's'}`
