import type { Look } from '../fakes/replicate/look.ts'
import { fluxFineTune } from '../fakes/replicate/models/flux-fine-tune.ts'
import type { FakeModel, Version } from '../fakes/replicate/models/model.ts'

const PASTELS: Look = {
  palette: [
    [244, 233, 218],
    [226, 196, 170],
    [196, 148, 120],
    [163, 184, 127],
    [222, 150, 140],
    [96, 70, 58],
  ],
  line: [84, 62, 52],
  strength: 1,
}
const version = (name: string, look: Look | null): Version => ({ ...fluxFineTune(name), look })

/** One style, trained three times on the fake Replicate: hardly, well, and too long. */
export const threeVersions: FakeModel = {
  owner: 'maker',
  name: 'nua',
  description: 'A Flux LoRA, trained three times',
  visibility: 'private',
  official: false,
  visible: true,
  versions: [
    version('maker/nua third', {
      ...PASTELS,
      palette: [
        [236, 226, 210],
        [168, 120, 96],
        [74, 54, 46],
      ],
    }),
    version('maker/nua second', { ...PASTELS, strength: 0.75 }),
    version('maker/nua first', { ...PASTELS, strength: 0.15 }),
  ],
}
