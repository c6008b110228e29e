import * as v from 'valibot'

/**
 * Whether references of a document may leave this computer, for an engine or a proxy elsewhere. She is asked once per
 * document; null until then.
 */
export const Consent = v.nullable(v.picklist(['allowed', 'refused']))
export type Consent = v.InferOutput<typeof Consent>
