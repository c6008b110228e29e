import { createCodec } from './create-codec.ts'
import { createProxies } from './create-proxies.ts'
import { prelude } from './prelude.ts'
import { trackRejections } from './track-rejections.ts'

const parts = { createCodec, createProxies, trackRejections }

/** What QuickJS evaluates first: a function of the bridge and `__html__` that returns what the host calls. */
export const insideSource = `(bridge, html) => (${prelude.toString()})(bridge, html, {${Object.entries(
  parts,
)
  .map(([name, part]) => `${name}: ${part.toString()}`)
  .join(',')}})`
