import type { TrainingView } from '../../../shared/contract/index.ts'
import { isFinal } from '../../../shared/job.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { describeError } from '../draft/describe-error.ts'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { countOf } from '../words/count-of.ts'
import { dollars } from '../words/dollars.ts'
import { describeTraining } from './describe-training.ts'
import { LossCurve } from './loss-curve.tsx'
import { TrainingLog } from './training-log.tsx'

/** One training: how far it is, how it learns, and what can be done about it. */
export const TrainingCard = ({ training }: { readonly training: TrainingView }) => {
  const { panel, training: room } = usePanel()
  const isCanceling = useSignal(false)
  const { id, state, progress, dataset, trainer, losses, warnings } = training
  const isOver = isFinal(state)
  const title = `${training.style.name} from dataset v${dataset.version}`
  const hasFailed = state === 'failed'
  return (
    <section class="job stack" aria-label={title} aria-busy={!isOver}>
      <div class="row">
        <div>
          <strong>{title}</strong>
          <div class="quiet">
            {countOf(dataset.pieces, 'piece')} · {training.steps.toLocaleString('en')} steps ·{' '}
            {trainer.label}
          </div>
        </div>
        {isOver ? (
          <button class="button" onClick={() => panel.attempt(() => room.retry(id))}>
            Train again
          </button>
        ) : (
          <button class="button" onClick={() => (isCanceling.value = true)}>
            Cancel
          </button>
        )}
      </div>
      {hasFailed ? (
        <div role="alert">{describeError(training.error)}</div>
      ) : (
        <div class="quiet" role="status">
          {describeTraining(training)}
        </div>
      )}
      {!isOver && <progress aria-label={title} value={progress.fraction ?? undefined} />}
      {!isOver && isCanceling.value && (
        <div class="note warning" role="group" aria-label="Cancel?">
          About {dollars(progress.usd)} for the time until now will be charged, and there will be no
          new version.
          <div class="actions">
            <button
              class="button danger"
              onClick={() => {
                isCanceling.value = false
                panel.attempt(() => room.cancel(id))
              }}
            >
              Cancel the training
            </button>
            <button class="button" onClick={() => (isCanceling.value = false)}>
              Go on
            </button>
          </div>
        </div>
      )}
      {losses.length > 1 && <LossCurve losses={losses} steps={training.steps} />}
      {warnings.map((warning) => (
        <div key={warning} class="quiet">
          {warning}
        </div>
      ))}
      {state !== 'queued' && (
        <Disclosure title="Log">
          <TrainingLog id={id} isOver={isOver} />
        </Disclosure>
      )}
    </section>
  )
}
