import sharp from 'sharp'

/**
 * For many pictures that come one after the other: each is decoded by one thread, so that pictures side by side do not
 * fight over the processors with each other and with the answers to panels, and nothing is kept of them afterwards,
 * because few pictures are decoded twice.
 */
export const setUpSharp = (): void => {
  sharp.concurrency(1)
  sharp.cache(false)
}
