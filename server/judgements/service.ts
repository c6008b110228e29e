import type * as v from 'valibot'
import type { Judgement, contract } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { FileId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Freezer } from '../datasets/freezer.ts'
import { wait } from '../wait.ts'
import type { Judging } from './create-judging.ts'
import type { Extractor } from './create-extractor.ts'
import { PIECES_NEEDED } from './judge-copying.ts'
import type { PictureFeatures } from './picture-features.ts'
import { observe } from './observe.ts'
import type { Judged } from './worker.ts'

type Question = v.InferOutput<(typeof contract.judge)['body']>
type Answer = v.InferOutput<(typeof contract.judge)['response']>
type Piece = Judgement['copying']['nearest']

export type JudgementsOptions = {
  readonly freezer: Pick<Freezer, 'get'>
  readonly extractor: Extractor
  readonly judging: Pick<Judging, 'judge'>
  readonly clock: Clock
  readonly closing: AbortSignal
}

export type Judgements = {
  /** Answers within two seconds or so with what is known then. Throws AppError. */
  judge: (question: Question) => Promise<Answer>
}

const PATIENCE_MS = 2000

const refuseSmall = (pieces: number): AppError =>
  new AppError(
    'conflict',
    `This version was trained on ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}. The check needs at least ${PIECES_NEEDED}, to know how near its pieces usually are.`,
  )

const NOTHING: Judged = { drafts: [], palette: [] }

const toJudgement = (
  file: FileId,
  features: PictureFeatures,
  { copying, palette }: Judged['drafts'][number],
  pieces: readonly Piece[],
): Judgement => {
  const nearest = pieces[copying.nearest]
  if (nearest === undefined) throw new RangeError(`There is no piece ${copying.nearest}.`)
  return {
    file,
    copying: { ...copying, nearest },
    palette: { ...palette, colours: [...features.palette] },
  }
}

/** Throws what went wrong, unless it is what somebody may read. */
const wordsOf = (error: unknown): string => {
  if (error instanceof AppError) return error.message
  throw error
}

/** How pictures compare with what a version was trained on. */
export const createJudgements = (options: JudgementsOptions): Judgements => {
  const { freezer, extractor, judging, clock, closing } = options

  const trainedPieces = ({ dataset, datasetVersion }: Question): Piece[] => {
    const { pieces } = freezer.get(dataset, datasetVersion)
    const trained = pieces.filter(({ use }) => use === 'train')
    if (trained.length < PIECES_NEEDED) throw refuseSmall(trained.length)
    return trained.map(({ id, name, file }) => ({ id, name, file }))
  }

  return {
    judge: async (question) => {
      const { dataset, datasetVersion, colours } = question
      const files = [...new Set(question.files)]
      const pieces = trainedPieces(question)
      const ofPieces = pieces.map(async ({ file }) => {
        const [plain, mirrored] = await Promise.all([
          extractor.features(file, false),
          extractor.features(file, true),
        ])
        return { plain, mirrored }
      })
      const learnt = observe(Promise.all(ofPieces))
      const drafts = files.map((file) => ({ file, seen: observe(extractor.features(file, false)) }))
      const all = [...ofPieces.map(observe), ...drafts.map(({ seen }) => seen)]
      await Promise.race([
        Promise.all(all.map(({ ended }) => ended)),
        wait(clock, PATIENCE_MS, closing),
      ])

      // From here on nothing may change: a picture whose features come meanwhile belongs to the next answer.
      const known = learnt.now()
      if (known.state === 'failed') throw known.error
      const shown = drafts.map(({ file, seen }) => ({ file, ...seen.now() }))
      const settled = all.filter(({ now }) => now().state !== 'pending').length
      const ready = known.state === 'there' ? shown.filter((each) => each.state === 'there') : []
      const judged =
        known.state === 'there'
          ? await judging.judge({
              drafts: ready.map(({ value }) => value),
              pieces: known.value,
              colours,
            })
          : NOTHING
      return {
        dataset,
        datasetVersion,
        judgements: ready.flatMap(({ file, value }, at) => {
          const each = judged.drafts[at]
          return each === undefined ? [] : [toJudgement(file, value, each, pieces)]
        }),
        pending: shown
          .filter(
            ({ state }) => state !== 'failed' && (known.state === 'pending' || state === 'pending'),
          )
          .map(({ file }) => file),
        failed: shown.flatMap((each) =>
          each.state === 'failed' ? [{ file: each.file, message: wordsOf(each.error) }] : [],
        ),
        palette: [...judged.palette],
        fraction: settled / all.length,
      }
    },
  }
}
