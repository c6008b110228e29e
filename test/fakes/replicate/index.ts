import { createFakeReplicate } from './create-fake-replicate.ts'
import { drawSample } from './draw-sample.ts'

/** By hand: pictures as slow as real ones and trainings of half a minute, so that there is something to watch. */
const fake = createFakeReplicate({
  port: Number(process.env['PORT'] ?? 8788),
  timing: { startMs: 1500, runMs: 4000, trainMs: 30_000 },
  draw: drawSample,
})
const { url } = await fake.start()
console.log(`Fake Replicate on ${url}. It draws samples and costs nothing. Start Maquette with:

REPLICATE_API_TOKEN=${fake.token} MAQUETTE_REPLICATE_URL=${url}/v1 MAQUETTE_MODEL=maker/nua-figurine npm start`)
