/** What the proxy may spend, in US dollars. A day begins at midnight where it runs. */
export type Caps = { readonly perJob: number; readonly perDay: number }

export const USUAL_CAPS: Caps = { perJob: 1, perDay: 10 }
