import type { CheckResult } from '../../../shared/contract/index.ts'
import type { Check, CheckInput, Finding } from './rules/check.ts'
import { checkAiShare } from './rules/check-ai-share.ts'
import { checkBackgrounds } from './rules/check-backgrounds.ts'
import { checkBlur } from './rules/check-blur.ts'
import { checkCaptionLength } from './rules/check-caption-length.ts'
import { checkConsent } from './rules/check-consent.ts'
import { checkCount } from './rules/check-count.ts'
import { checkCustomerPhoto } from './rules/check-customer-photo.ts'
import { checkCutOff } from './rules/check-cut-off.ts'
import { checkEnlarged } from './rules/check-enlarged.ts'
import { checkIdenticalCaptions } from './rules/check-identical-captions.ts'
import { checkMissingCaptions } from './rules/check-missing-captions.ts'
import { checkNearDuplicates } from './rules/check-near-duplicates.ts'
import { checkPadding } from './rules/check-padding.ts'
import { checkRepeatedPhrase } from './rules/check-repeated-phrase.ts'
import { checkSubjectSize } from './rules/check-subject-size.ts'
import { checkText } from './rules/check-text.ts'
import { checkTransparency } from './rules/check-transparency.ts'
import { checkTrigger } from './rules/check-trigger.ts'
import { checkViews } from './rules/check-views.ts'

/** In the order in which they are told. */
const CHECKS: readonly Check[] = [
  checkCount,
  checkCustomerPhoto,
  checkAiShare,
  checkMissingCaptions,
  checkTrigger,
  checkText,
  checkNearDuplicates,
  checkConsent,
  checkIdenticalCaptions,
  checkRepeatedPhrase,
  checkCaptionLength,
  checkCutOff,
  checkSubjectSize,
  checkBlur,
  checkEnlarged,
  checkPadding,
  checkTransparency,
  checkBackgrounds,
  checkViews,
]

const isAccepted = ({ pieces }: Finding): boolean =>
  pieces.length > 0 && pieces.every(({ piece }) => piece.marks.includes('trainAnyway'))

/** All that is wrong, blocking ones first. What is marked so in all its pieces is accepted. */
export const runChecks = (input: CheckInput): CheckResult[] => {
  const found = CHECKS.flatMap((check) => check(input))
  const ordered = [
    ...found.filter(({ level }) => level === 'blocking'),
    ...found.filter(({ level }) => level === 'warning'),
  ]
  return ordered.map((finding) => ({
    ...finding,
    pieces: finding.pieces.map(({ piece, note = null, other }) => ({
      id: piece.id,
      name: piece.name,
      note,
      ...(other && { other: other.id }),
    })),
    accepted: isAccepted(finding),
  }))
}
