/** The value that JSON text holds; undefined, which no JSON text holds, for text that is not JSON. Never throws. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
