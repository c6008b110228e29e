import * as v from 'valibot'

/** In the place of an owner on Replicate: a file on the proxy, as `local/<style>:<SHA-256 of the file>`. */
export const LOCAL_OWNER = 'local'

/**
 * A trained LoRA on Replicate: `owner/name`, or `owner/name:version` with the 64 hex digits of one version. After a `+`
 * comes the address of a LoRA that a base model loads, as in `black-forest-labs/flux-dev-lora+huggingface.co/me/nua`.
 */
export const ModelName = v.pipe(
  v.string(),
  v.maxLength(500, 'The name of the model is too long.'),
  v.regex(
    /^[a-z0-9][a-z0-9._-]*\/[a-z0-9][a-z0-9._-]*(:[0-9a-f]{64})?(\+[\w.:/?=&%~@-]+)?$/i,
    'Write the model as owner/name or owner/name:version.',
  ),
)
