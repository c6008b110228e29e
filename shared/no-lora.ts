/** Draws from the words alone: the base model of Flux LoRAs, as Replicate names it. */
export const NO_LORA = 'black-forest-labs/flux-dev'
