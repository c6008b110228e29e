import * as v from 'valibot'
import { NodeId } from './picture-ref.ts'

/**
 * What a training picture leaves out, because it must not be learned: words, layers with telling names, hidden layers,
 * pictures that steered a draft (a customer's photo), and drafts that lie about in her work.
 */
export const Omission = v.picklist(['text', 'named', 'hidden', 'references', 'drafts'])
export type Omission = v.InferOutput<typeof Omission>

/**
 * How a layer becomes a square. `whole`: all of it, and its own background around. `figure`: close around what is drawn
 * on its background. `square`: the middle of it, cut to its shorter side.
 */
export const Fit = v.picklist(['whole', 'figure', 'square'])
export type Fit = v.InferOutput<typeof Fit>

/** A piece that shows more of generated pictures is refused, unless she says otherwise: our threshold. */
export const GENERATED_LIMIT = 0.05

/** What she decides for all pieces: remembered on this device. */
export const TrainingSwitches = v.object({
  leaveOut: v.array(Omission),
  /** Words in the names of layers, for `named`; small letters. */
  names: v.array(v.string()),
})
export type TrainingSwitches = v.InferOutput<typeof TrainingSwitches>

export const DEFAULT_SWITCHES: TrainingSwitches = {
  leaveOut: ['text', 'named', 'hidden', 'references', 'drafts'],
  names: [
    'label',
    'labels',
    'note',
    'notes',
    'price',
    'prices',
    'order',
    'watermark',
    'comment',
    'comments',
    'guide',
    'guides',
    'sketch',
    'reference',
    'ref',
  ],
}

/** Which layer becomes a training picture, and without what; the rest is as the layer remembers. */
export const RenderPlan = v.object({ node: NodeId, ...TrainingSwitches.entries })
export type RenderPlan = v.InferOutput<typeof RenderPlan>

/** A layer that is left out, and by which switch. */
export const LeftOut = v.object({
  node: NodeId,
  name: v.string(),
  why: Omission,
  kept: v.boolean(),
})
export type LeftOut = v.InferOutput<typeof LeftOut>

/** The same picture twice, small, with what was generated in it once black and once white: PNG. */
export const Probes = v.object({ dark: v.instance(Uint8Array), light: v.instance(Uint8Array) })
