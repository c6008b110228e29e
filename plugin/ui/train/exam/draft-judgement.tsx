import { Disclosure } from '../../components/disclosure.tsx'
import type { FileId } from '../../../../shared/ids.ts'
import type { TrainedOrigin } from './examined-versions.ts'
import { HOW_SURE, Judged } from './judged.tsx'
import { useJudgements } from './use-judgements.ts'

type Props = { readonly origin: TrainedOrigin; readonly file: FileId }

const Comparison = ({ origin, file }: Props) => {
  const { of, failure } = useJudgements(origin, [file])
  const judgement = of.get(file)
  return (
    <div class="stack">
      {failure !== null && <div class="error">{failure}</div>}
      {judgement !== undefined && <Judged judgement={judgement} />}
      {judgement === undefined && failure === null && (
        <div class="quiet" role="status">
          Comparing with the pieces…
        </div>
      )}
      <div class="quiet">{HOW_SURE}</div>
    </div>
  )
}

/** How a draft compares with what its version was trained on. */
export const DraftJudgement = (props: Props) => (
  <Disclosure title="Compare with its training pieces">
    <Comparison {...props} />
  </Disclosure>
)
