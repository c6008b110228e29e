/** Shown where a brief is missing. */
export const EXAMPLE_BRIEF = 'woman with glasses and curly hair wearing a superhero cape'
