import { createFakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { noisyPicture } from './noisy-picture.ts'
import { withText } from './with-text.ts'

/** A fake Replicate in a process of its own, for `startReplicate`. Its runs take 2.5 s; no two pictures are the same. */
const pool = await Promise.all(Array.from({ length: 8 }, noisyPicture))
const fake = createFakeReplicate({
  timing: { startMs: 500, runMs: 2000 },
  draw: ({ prompt, seed }) =>
    Promise.resolve(withText(pool[seed % pool.length] ?? new Uint8Array(), `${prompt} ${seed}`)),
})
const { url } = await fake.start()
process.send?.({ url, token: fake.token })
process.on('message', () => {
  fake.expectClean()
  process.send?.({ runs: fake.ledger.length })
})
process.once('disconnect', () => void fake.stop())
