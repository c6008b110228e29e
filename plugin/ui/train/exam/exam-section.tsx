import { useEffect } from 'preact/hooks'
import { SpendButton } from '../../components/spend-button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { versionName } from '../../draft/describe-version.ts'
import { usePanel } from '../../panel-context.ts'
import { countOf } from '../../words/count-of.ts'
import { ExamResults } from './exam-results.tsx'

/** Judge a version before it is used: the same briefs and seeds on the old one, the new one, and without any. */
export const ExamSection = () => {
  const { panel, training: room } = usePanel()
  const { exam } = room
  useEffect(() => exam.start(), [exam])
  const examined = exam.examined.value
  const style = room.style.value
  if (examined === null || style === null) return null
  const names = exam.models.value.map((model) => versionName(model, style.versions))
  const count = exam.cells.value.length
  const problem = exam.problem.value
  const title = `Exam of v${examined.version.number}`
  const view = exam.newest.value
  return (
    <section class="section stack" aria-label={title}>
      <h2>{title}</h2>
      <div class="quiet">Each brief with the same seed: {names.join(' · ')}</div>
      {view !== undefined && <ExamResults key={view.section} view={view} examined={examined} />}
      <TextField
        label="Briefs, one a line"
        hint="Held-out pieces and real jobs make it fair; captions that it was trained on do not."
        rows={3}
        value={exam.text.value}
        onChange={exam.type}
      />
      {count > 0 && (
        <div class="actions">
          <SpendButton
            price={exam.price.value}
            problem={problem}
            onClick={() => panel.attempt(exam.press)}
          >
            Draft {countOf(count, 'picture')} for the exam
          </SpendButton>
        </div>
      )}
      {problem !== null && <div class="quiet">{problem}</div>}
      {exam.canTestBlind.value && (
        <button class="link" onClick={exam.testBlind}>
          Test them blind in Compare
        </button>
      )}
    </section>
  )
}
