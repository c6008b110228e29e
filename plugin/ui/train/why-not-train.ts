import type {
  CheckReport,
  Spending,
  TrainerView,
  VersionSummary,
} from '../../../shared/contract/index.ts'
import type { Style } from '../../../shared/style.ts'
import { dollars } from '../words/dollars.ts'

type Given = {
  readonly isConnected: boolean
  readonly style: Style | null
  readonly version: VersionSummary | null
  readonly trainer: TrainerView | null
  /** The largest training ZIP. */
  readonly archiveBytes: number
  readonly usd: number
  /** Null: not known yet. */
  readonly report: CheckReport | null
  readonly figures: Spending | null
}

const MEGABYTE = 1_000_000

/** Captions are no matter of taste: a trainer that gets none learns everything as the style. */
export const lacksCaptions = ({ results }: Pick<CheckReport, 'results'>): boolean =>
  results.some(({ code }) => code === 'missing-caption')

/** Why a training cannot be started, in words; null when it can. */
export const whyNotTrain = (given: Given): string | null => {
  const { isConnected, style, version, trainer, archiveBytes, usd, report, figures } = given
  if (!isConnected) return 'Waiting for the proxy'
  if (style === null || trainer === null) return 'No trainer'
  if (version === null) return 'Freeze a dataset version first'
  if (trainer.problem !== null) return trainer.problem
  if (style.trigger === '') return 'The style needs a trigger word'
  if (version.archive.bytes > archiveBytes)
    return `${Math.ceil(version.archive.bytes / MEGABYTE)} MB of pieces, and ${Math.floor(archiveBytes / MEGABYTE)} MB can be sent: leave some out`
  if (report === null || report.state === 'running') return 'Checking the pieces'
  if (report.state === 'failed') return 'The checks broke off'
  if (lacksCaptions(report)) return 'Write the missing captions, and freeze again'
  if (!report.trainable) return 'The checks found what would spoil it'
  if (figures === null) return null
  const { caps, month, day } = figures
  // The one that lasts longest is the one to know about.
  const limits = [
    [caps.perTraining ?? Infinity, 'for one training'],
    [month.left, 'left this month'],
    [day.left, 'left today'],
  ] as const
  const over = limits.find(([left]) => usd > left)
  return over === undefined ? null : `Over the limit: ${dollars(over[0])} ${over[1]}`
}
