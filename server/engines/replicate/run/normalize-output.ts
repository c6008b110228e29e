/**
 * The addresses in a run's output, whatever its shape: one, a list, an object of them, or nothing. Data addresses count:
 * Replicate gave them for a while.
 */
export const normalizeOutput = (output: unknown): readonly string[] => {
  if (typeof output === 'string') return /^(https?|data):/i.test(output) ? [output] : []
  if (Array.isArray(output)) return output.flatMap(normalizeOutput)
  if (typeof output === 'object' && output !== null)
    return Object.values(output).flatMap(normalizeOutput)
  return []
}
